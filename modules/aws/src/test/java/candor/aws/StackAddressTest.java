package candor.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.store.failure.RequestRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class StackAddressTest {

    @TempDir
    Path home;

    @Test
    void keysInTheEnvironmentGoBeforeTheProfiles() throws IOException {
        profiles();
        StackAddress address = StackAddress.of(
                "candor",
                null,
                null,
                Map.of(
                        "AWS_ACCESS_KEY_ID", "id-1",
                        "AWS_SECRET_ACCESS_KEY", "s",
                        "AWS_SESSION_TOKEN", "t",
                        "AWS_REGION", "eu-west-1"),
                home);

        assertThat(address.region()).isEqualTo("eu-west-1");
        AwsCredentials credentials = address.credentials().resolveCredentials();
        assertThat(credentials.accessKeyId()).isEqualTo("id-1");
        assertThat(((AwsSessionCredentials) credentials).sessionToken()).isEqualTo("t");
    }

    @Test
    void profilesGiveKeysAndRegion() throws IOException {
        profiles();
        StackAddress standard = StackAddress.of("candor", null, null, Map.of(), home);
        StackAddress named = StackAddress.of("candor", null, null, Map.of("AWS_PROFILE", "work"), home);

        assertThat(standard.region()).isEqualTo("eu-central-1");
        assertThat(standard.credentials().resolveCredentials().accessKeyId()).isEqualTo("id-default");
        assertThat(named.region()).isEqualTo("us-west-2");
        assertThat(named.credentials().resolveCredentials().accessKeyId()).isEqualTo("id-work");
        assertThat(StackAddress.of("candor", "eu-north-1", null, Map.of("AWS_REGION", "eu-west-1"), home)
                        .region())
                .as("what was typed goes first")
                .isEqualTo("eu-north-1");
    }

    @Test
    void anEndpointNeedsNoRegion() {
        assertThat(StackAddress.of("candor", null, "http://127.0.0.1:4566", Map.of(), home)
                        .region())
                .isEqualTo("us-east-1");
    }

    @Test
    void whatIsMissingIsToldWithTheRemedy() {
        refused(() -> StackAddress.of("candor", null, null, Map.of(), home), "no region is given; say --region");
        refused(() -> StackAddress.of("candor", "Frankfurt", null, Map.of(), home), "'Frankfurt' cannot be a region");
        refused(() -> StackAddress.of("a b", "eu-west-1", null, Map.of(), home), "'a b' cannot be a stack");
        refused(() -> StackAddress.of("a", null, "127.0.0.1:4566", Map.of(), home), "cannot be an endpoint");
        refused(
                () -> StackAddress.of("a", "eu-west-1", null, Map.of("AWS_ACCESS_KEY_ID", "x"), home),
                "AWS_SECRET_ACCESS_KEY is not; set both");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(call).withMessageContaining(message);
    }

    private void profiles() throws IOException {
        Path folder = Files.createDirectories(home.resolve(".aws"));
        Files.writeString(folder.resolve("credentials"), """
                [default]
                aws_access_key_id = id-default
                aws_secret_access_key = s
                [work]
                aws_access_key_id = id-work
                aws_secret_access_key = s
                """);
        Files.writeString(folder.resolve("config"), """
                [default]
                region = eu-central-1
                [profile work]
                region = us-west-2
                """);
    }
}
