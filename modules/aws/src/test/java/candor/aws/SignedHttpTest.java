package candor.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

class SignedHttpTest {

    private static String address(String region, String standIn) {
        return SignedHttp.to("sns", region, standIn, AnonymousCredentialsProvider.create())
                .endpoint()
                .toString();
    }

    @ParameterizedTest
    @CsvSource({
        "eu-west-2,     https://sns.eu-west-2.amazonaws.com",
        "cn-north-1,    https://sns.cn-north-1.amazonaws.com.cn",
        "cn-future-9,   https://sns.cn-future-9.amazonaws.com.cn",
        "us-gov-west-1, https://sns.us-gov-west-1.amazonaws.com"
    })
    void partitionEndsTheAddress(String region, String address) {
        assertThat(address(region, "")).isEqualTo(address);
    }

    @Test
    void standInTakesItsPlace() {
        assertThat(address("cn-north-1", "http://127.0.0.1:4566")).isEqualTo("http://127.0.0.1:4566");
    }
}
