package candor.aws;

import candor.store.failure.RequestRefused;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * Where a stack is, and as whom it is asked.
 *
 * @param endpoint stands in for AWS; null for AWS itself
 */
public record StackAddress(
        String stack, String region, @Nullable URI endpoint, AwsCredentialsProvider credentials) {

    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]+");
    private static final Pattern STACK = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,127}");
    private static final String EMULATORS = "us-east-1";

    /**
     * From what a person typed and what is around them. The region is the one that was typed, that of {@code AWS_REGION},
     * {@code AWS_DEFAULT_REGION}, or of the profile; for an endpoint without any of these us-east-1. Credentials are
     * looked for in {@code AWS_ACCESS_KEY_ID} and its companions, in the profile {@code AWS_PROFILE} of
     * {@code ~/.aws/credentials} and {@code ~/.aws/config}, with the container, and, unless
     * {@code AWS_EC2_METADATA_DISABLED} is true, with the machine.
     *
     * @throws RequestRefused with the remedy, where something is missing or cannot be one
     */
    public static StackAddress of(
            String stack,
            @Nullable String region,
            @Nullable String endpoint,
            Map<String, String> environment,
            Path userHome) {
        if (!STACK.matcher(stack).matches()) {
            throw new RequestRefused("'" + stack + "' cannot be a stack; give the name that 'sam deploy' was given");
        }
        Profile profile = new Profile(environment, userHome);
        URI uri = endpoint == null ? null : uri(endpoint);
        String found = Optional.ofNullable(region)
                .or(() -> present(environment, "AWS_REGION"))
                .or(() -> present(environment, "AWS_DEFAULT_REGION"))
                .or(profile::region)
                .orElse(uri == null ? "" : EMULATORS);
        if (!REGION.matcher(found).matches()) {
            throw new RequestRefused((found.isEmpty() ? "no region is given" : "'" + found + "' cannot be a region")
                    + "; say --region eu-central-1, or set AWS_REGION");
        }
        return new StackAddress(stack, found, uri, credentials(environment, profile));
    }

    /** The address of an endpoint that a person typed. */
    static URI uri(String text) {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException _) {
            // Told below, as any other text that is no address.
        }
        throw new RequestRefused("'" + text + "' cannot be an endpoint; write it as http://127.0.0.1:4566");
    }

    /** To a service of the address that has no client of its own here. */
    SignedHttp http(String service) {
        return SignedHttp.to(service, region, endpoint == null ? "" : endpoint.toString(), credentials);
    }

    private static AwsCredentialsProvider credentials(Map<String, String> environment, Profile profile) {
        List<AwsCredentialsProvider> chain = new ArrayList<>();
        present(environment, "AWS_ACCESS_KEY_ID").ifPresent(id -> chain.add(keys(id, environment)));
        chain.add(profile.credentials());
        chain.add(ContainerCredentialsProvider.builder().build());
        if (!"true".equalsIgnoreCase(environment.getOrDefault("AWS_EC2_METADATA_DISABLED", ""))) {
            chain.add(InstanceProfileCredentialsProvider.create());
        }
        return AwsCredentialsProviderChain.of(chain.toArray(AwsCredentialsProvider[]::new));
    }

    /** The key of that id, with its companions from the environment. */
    static AwsCredentialsProvider keys(String id, Map<String, String> environment) {
        String secret = environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "");
        if (secret.isEmpty()) {
            throw new RequestRefused("AWS_ACCESS_KEY_ID is set and AWS_SECRET_ACCESS_KEY is not; set both");
        }
        return StaticCredentialsProvider.create(present(environment, "AWS_SESSION_TOKEN")
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(id, secret, token))
                .orElseGet(() -> AwsBasicCredentials.create(id, secret)));
    }

    private static Optional<String> present(Map<String, String> environment, String name) {
        return Optional.of(environment.getOrDefault(name, "")).filter(value -> !value.isBlank());
    }

    /** The profile that the environment names, of the files in the person's home or where the environment puts them. */
    private record Profile(Map<String, String> environment, Path userHome) {

        private String name() {
            return present(environment, "AWS_PROFILE").orElse("default");
        }

        private ProfileFile files() {
            ProfileFile.Aggregator all = ProfileFile.aggregator();
            file("AWS_SHARED_CREDENTIALS_FILE", "credentials", ProfileFile.Type.CREDENTIALS)
                    .ifPresent(all::addFile);
            file("AWS_CONFIG_FILE", "config", ProfileFile.Type.CONFIGURATION).ifPresent(all::addFile);
            return all.build();
        }

        private Optional<ProfileFile> file(String variable, String name, ProfileFile.Type type) {
            Path path = present(environment, variable)
                    .map(Path::of)
                    .orElse(userHome.resolve(".aws").resolve(name));
            return path.toFile().isFile()
                    ? Optional.of(ProfileFile.builder().content(path).type(type).build())
                    : Optional.empty();
        }

        Optional<String> region() {
            return files().profile(name()).flatMap(profile -> profile.property("region"));
        }

        AwsCredentialsProvider credentials() {
            return ProfileCredentialsProvider.builder()
                    .profileFile(this::files)
                    .profileName(name())
                    .build();
        }
    }
}
