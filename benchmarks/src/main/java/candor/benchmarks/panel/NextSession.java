package candor.benchmarks.panel;

import candor.forecasting.candidate.Candidate;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.walkforward.BacktestRow;
import java.time.LocalDate;
import java.util.List;

/**
 * What the candidates for the mean did with one symbol's next sessions, day by day: to be pooled over symbols.
 *
 * @param days targets, ascending
 * @param candidates one of each that ever had a forecast
 */
record NextSession(List<LocalDate> days, List<Outcome> candidates) {

    /**
     * One number for each day; NaN where there is no forecast.
     *
     * @param hits 1 where forecast and outcome agree on whether it is above 0, else 0
     * @param losses squared error less that of the random walk
     */
    record Outcome(String name, List<Double> hits, List<Double> losses) {}

    /** Of all rows those of one session with an outcome in the period. */
    static NextSession of(List<BacktestRow> rows, Period period) {
        List<BacktestRow> own = rows.stream()
                .filter(row -> row.horizon() == 1 && Double.isFinite(row.realised()) && period.holds(row.target()))
                .toList();
        return new NextSession(
                own.stream().map(BacktestRow::target).toList(),
                Candidates.MEANS.stream()
                        .filter(method -> !method.equals(Candidates.ZERO))
                        .filter(method -> own.stream().anyMatch(row -> Double.isFinite(row.forecast(method))))
                        .map(method -> candidate(method, own))
                        .toList());
    }

    private static Outcome candidate(Candidate method, List<BacktestRow> rows) {
        return new Outcome(
                method.key(),
                rows.stream()
                        .map(row -> hit(row.forecast(method), row.realised()))
                        .toList(),
                rows.stream()
                        .map(row -> loss(row.forecast(method), row.realised()))
                        .toList());
    }

    private static double hit(double forecast, double outcome) {
        return Double.isNaN(forecast) ? Double.NaN : (forecast > 0) == (outcome > 0) ? 1 : 0;
    }

    private static double loss(double forecast, double outcome) {
        return (outcome - forecast) * (outcome - forecast) - outcome * outcome;
    }
}
