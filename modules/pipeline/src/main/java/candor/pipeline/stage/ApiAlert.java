package candor.pipeline.stage;

import candor.forecasting.text.Figures;
import candor.store.port.ApiHealth.Measured;
import candor.store.port.Metrics.Measurement;
import java.util.List;
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
            notices.accept("the API was not well in the last 24 hours: p95 "
                    + Figures.count(Math.round(measured.latencyP95Millis())) + " ms (at most "
                    + Figures.count(Math.round(SLOWEST_P95_MILLIS)) + "), "
                    + Figures.rareShare(measured.failedPercent() / 100) + " of "
                    + Figures.count(measured.requests(), "request") + " failed (at most "
                    + Figures.level(MOST_FAILED_PERCENT / 100) + "); look at the logs of predict");
        }
        return List.of(
                new Measurement("ApiRequests", measured.requests(), "Count"),
                new Measurement("ApiLatencyP95", measured.latencyP95Millis(), "Milliseconds"),
                new Measurement("ApiFailed", measured.failedPercent(), "Percent"),
                new Measurement("ApiAlerts", alert ? 1 : 0, "Count"));
    }
}
