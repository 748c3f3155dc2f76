package candor.pipeline.stage;

import static org.assertj.core.api.Assertions.assertThat;

import candor.store.port.ApiHealth.Measured;
import candor.store.port.Metrics.Measurement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ApiAlertTest {

    /** Above 250 ms or above 1 %, and not at them. */
    @ParameterizedTest
    @CsvSource({"250, 1, 0", "250.1, 0, 1", "12, 1.01, 1", "900, 60, 1"})
    void alertsAboveTheBoundsAndSaysWhy(double latency, double failed, double alerts) {
        List<String> notices = new ArrayList<>();

        List<Measurement> measurements = ApiAlert.measurements(new Measured(200, latency, failed), notices::add);

        assertThat(measurements)
                .containsExactly(
                        new Measurement("ApiRequests", 200, "Count"),
                        new Measurement("ApiLatencyP95", latency, "Milliseconds"),
                        new Measurement("ApiFailed", failed, "Percent"),
                        new Measurement("ApiAlerts", alerts, "Count"));
        assertThat(notices).hasSize((int) alerts).allMatch(notice -> notice.contains("p95 " + Math.round(latency)));
    }
}
