// SPDX-License-Identifier: GPL-3.0-or-later
package candor.function.predict;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyEventTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/forecasts/%5EGSPC, /v1/forecasts/^GSPC",
        "/v1/forecasts/^GSPC, /v1/forecasts/^GSPC",
        "/v1/forecasts/A+B, /v1/forecasts/A+B",
    })
    void aPathIsDecodedOnce(String sent, String meant) throws Exception {
        String event =
                "{\"httpMethod\":\"GET\",\"path\":\"" + sent + "\",\"headers\":null,\"queryStringParameters\":null}";

        assertThat(ProxyEvent.read(event.getBytes(UTF_8)).path()).isEqualTo(meant);
    }
}
