package candor.pipeline.stage;

import candor.pipeline.port.ApiHealth.Measured;
import candor.pipeline.port.Metrics.Measurement;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What the API owes its users: an answer within a quarter of a second, and hardly ever a failure of our own. */
final class ApiAlert {

    static final double SLOWEST_P95_MILLIS = 250;
    static final double MOST_FAILED_PERCENT = 1;

    private ApiAlert() {}

    /** The day's numbers with whether they are an alert; one is told in words too. */
    static List<Measurement> measurements(Measured measured, Consumer<String> notices) {
        boolean alert =
                measured.latencyP95Millis() > SLOWEST_P95_MILLIS || measured.failedPercent() > MOST_FAILED_PERCENT;
        if (alert) {
            notices.accept(String.format(
                    Locale.ROOT,
                    "the API was not well in the last 24 hours: p95 %.0f ms (at most %.0f), %.2f %% of %d requests failed"
                            + " (at most %.0f %%); look at the logs of predict",
                    measured.latencyP95Millis(),
                    SLOWEST_P95_MILLIS,
                    measured.failedPercent(),
                    measured.requests(),
                    MOST_FAILED_PERCENT));
        }
        return List.of(
                new Measurement("ApiRequests", measured.requests(), "Count"),
                new Measurement("ApiLatencyP95", measured.latencyP95Millis(), "Milliseconds"),
                new Measurement("ApiFailed", measured.failedPercent(), "Percent"),
                new Measurement("ApiAlerts", alert ? 1 : 0, "Count"));
    }
}
