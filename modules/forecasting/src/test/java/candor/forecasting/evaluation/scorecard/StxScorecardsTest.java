package candor.forecasting.evaluation.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.candidate.Forecasts;
import candor.forecasting.evaluation.test.ReferenceFiles;
import candor.forecasting.evaluation.test.TestOutcome;
import candor.forecasting.walkforward.BacktestRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Scorecards of the reference forecasts of STX against intervals.json and volatility.json, to the digits given there. */
class StxScorecardsTest {

    @Test
    void nextSession() {
        List<BacktestRow> rows = nextSessionRows();
        HorizonScorecard early = card(rows, 1, "2010-01-04", "2024-03-08");
        assertThat(early.origins().count()).isEqualTo(3569);
        compare(interval(early, 0.9), 0.89997, 11.225, 0.99555, 0.90791);
        compareTerciles(interval(early, 0.9), 0.88571, 0.89066, 0.92353);
        compare(interval(early, 0.5), 0.5007, 5.8343, 0.9333, 0.29933);
        compare(interval(early, 0.99), 0.98963, 26.521, 0.8266, 0.37854);
        assertThat(interval(early, 0.9).byYear())
                .hasSize(14)
                .hasEntrySatisfying("2010", share -> assertThat(share).isCloseTo(0.9127, within(5e-5)))
                .hasEntrySatisfying("2023", share -> assertThat(share).isCloseTo(0.908, within(5e-5)));
        assertThat(qlike(early, "logHarL")).isCloseTo(-6.397, within(5e-4));
        assertThat(qlike(early, "ewma")).isCloseTo(-6.291726120458053, within(1e-6));

        HorizonScorecard late = card(rows, 1, "2024-03-11", "2026-04-24");
        assertThat(late.origins().count()).isEqualTo(533);
        compare(interval(late, 0.9), 0.89493, 13.271, 0.69878, 0.61893);
        compareTerciles(interval(late, 0.9), 0.87079, 0.91525, 0.89888);
        compare(interval(late, 0.99), 0.98687, 28.706, 0.48792, 0.6657);
        assertThat(qlike(late, "logHarL")).isCloseTo(-6.117, within(5e-4));
        assertThat(qlike(late, "ewma")).isCloseTo(-5.960576876765779, within(1e-6));
    }

    @Test
    void fiveSessions() {
        List<BacktestRow> rows = longerRows(5);
        HorizonScorecard early = card(rows, 5, "2010-01-04", "2024-03-08");
        assertThat(early.origins().count()).isEqualTo(3565);
        compare(interval(early, 0.9), 0.90126, 26.263, 0.87073, 0.8448);
        compareTerciles(interval(early, 0.9), 0.87458, 0.90825, 0.92094);
        HorizonScorecard late = card(rows, 5, "2024-03-11", "2026-04-24");
        assertThat(late.origins().count()).isEqualTo(529);
        compare(interval(late, 0.9), 0.87146, 30.461, 0.29158, 0.73247);
        compareTerciles(interval(late, 0.9), 0.84659, 0.88068, 0.88701);
    }

    @Test
    void twentyOneSessions() {
        List<BacktestRow> rows = longerRows(21);
        HorizonScorecard early = card(rows, 21, "2010-01-04", "2024-03-08");
        assertThat(early.origins().count()).isEqualTo(3549);
        compare(interval(early, 0.9), 0.9197, 54.331, 0.44484, 0.13952);
        compareTerciles(interval(early, 0.9), 0.92392, 0.92815, 0.90702);
        HorizonScorecard late = card(rows, 21, "2024-03-11", "2026-04-24");
        assertThat(late.origins().count()).isEqualTo(513);
        compare(interval(late, 0.9), 0.82651, 67.956, 0.31534, 0.63912);
        compareTerciles(interval(late, 0.9), 0.94737, 0.81871, 0.71345);
    }

    @Test
    void meanForecasts() {
        ReferenceFiles.Table errors = ReferenceFiles.table("errors-STX-h5.csv");
        List<BacktestRow> rows = pointRows(errors, 5);
        PointScore score = Objects.requireNonNull(
                card(rows, 5, "2010-01-04", "2024-03-08").point().candidates().get("ridge"));
        // tests-of-skill.json: rw against ridge, power 2, acf; here the candidate comes first.
        TestOutcome test = Objects.requireNonNull(score.dmVsZero());
        assertThat(test.statistic()).isCloseTo(1.46052552265, within(1e-8));
        assertThat(test.p()).isCloseTo(0.144233843732, within(1e-8));
        // pesaran_timmermann.h5_ridge: hit
        assertThat(Objects.requireNonNull(score.directionAccuracy()).value())
                .isCloseTo(0.5032258064516129, within(1e-15));
        // clark_west, h 5: rw (0) against ridge and mean against ridge
        assertThat(Objects.requireNonNull(score.clarkWestVsZero()).statistic())
                .isCloseTo(-0.4814989474721027, within(1e-9));
        assertThat(Objects.requireNonNull(score.clarkWestVsMean()).statistic())
                .isCloseTo(-0.5405806368594852, within(1e-9));
    }

    @Test
    void meanForecastsOfTheNextSession() {
        ReferenceFiles.Table errors = ReferenceFiles.table("errors-STX-h1.csv");
        PointScorecard card =
                card(pointRows(errors, 1), 1, "2010-01-04", "2024-03-08").point();
        PointScore ridge = Objects.requireNonNull(card.candidates().get("ridge"));
        assertThat(Objects.requireNonNull(ridge.clarkWestVsZero()).p()).isCloseTo(0.395878109592939, within(1e-9));
        assertThat(Objects.requireNonNull(ridge.pesaranTimmermann()).p()).isCloseTo(0.502923863360542, within(1e-9));
        PointScore mean = Objects.requireNonNull(card.candidates().get("mean"));
        assertThat(Objects.requireNonNull(mean.clarkWestVsZero()).p()).isCloseTo(0.16100030574107171, within(1e-9));
        assertThat(mean.clarkWestVsMean()).isNull();
        assertThat(mean.r2osVsZeroIn().byYear()).hasSize(14);
        PointScore zero = Objects.requireNonNull(card.candidates().get("zero"));
        assertThat(zero.clarkWestVsZero()).isNull();
        assertThat(zero.clarkWestVsMean()).isNull();
        assertThat(zero.pesaranTimmermann()).isNull();
    }

    private static List<BacktestRow> pointRows(ReferenceFiles.Table errors, int horizon) {
        List<LocalDate> origins = dates(errors, "origin");
        List<LocalDate> targets = dates(errors, "target_end");
        double[] y = errors.numbers("y");
        double[] mean = errors.numbers("f_mean");
        double[] ridge = errors.numbers("f_ridge");
        return IntStream.range(0, y.length)
                .mapToObj(t -> new BacktestRow(
                        origins.get(t),
                        targets.get(t),
                        horizon,
                        y[t],
                        Forecasts.of(
                                Map.of("zero", 0.0, "mean", mean[t], "ridge", ridge[t], "ewma", 1.0, "logHarL", 1.0)),
                        1,
                        Rows.NONE))
                .toList();
    }

    private static List<BacktestRow> nextSessionRows() {
        ReferenceFiles.Table intervals = ReferenceFiles.table("intervals-STX-recommended.csv");
        List<LocalDate> sessions = dates(intervals, "date");
        double[] r = intervals.numbers("r");
        double[] variance = intervals.numbers("variance");
        double[] ewma = ReferenceFiles.table("volatility-forecasts-STX.csv").numbers("ewma94");
        List<double[]> multipliers = Stream.of("q99", "q95", "q90", "q80", "q50")
                .map(intervals::numbers)
                .toList();
        return IntStream.range(1, r.length)
                .mapToObj(t -> row(
                        sessions.get(t - 1),
                        sessions.get(t),
                        1,
                        r[t],
                        ewma[t],
                        variance[t],
                        multipliers.stream().map(q -> q[t]).toList()))
                .toList();
    }

    /** The reference gives the 90 % multiplier alone; the others stand at fixed multiples of it. */
    private static List<BacktestRow> longerRows(int horizon) {
        List<LocalDate> sessions = dates(ReferenceFiles.table("intervals-STX-recommended.csv"), "date");
        ReferenceFiles.Table table = ReferenceFiles.table("intervals-STX-h5-h21.csv");
        double[] ewma = ReferenceFiles.table("volatility-forecasts-STX.csv")
                .from("date", "2010-01-04")
                .numbers("ewma94");
        double[] y = table.numbers("y" + horizon);
        double[] variance = table.numbers("var" + horizon);
        double[] q90 = table.numbers("q90_" + horizon);
        int before = sessions.size() - y.length;
        return IntStream.range(0, y.length - horizon + 1)
                .mapToObj(t -> row(
                        sessions.get(before + t - 1),
                        sessions.get(before + t + horizon - 1),
                        horizon,
                        y[t],
                        horizon * ewma[t],
                        variance[t],
                        Stream.of(1.6, 1.2, 1.0, 0.8, 0.4).map(k -> k * q90[t]).toList()))
                .toList();
    }

    private static BacktestRow row(
            LocalDate origin,
            LocalDate target,
            int horizon,
            double realised,
            double ewma,
            double variance,
            List<Double> multipliers) {
        double sigma = Math.sqrt(variance);
        List<Double> quantiles = new ArrayList<>();
        multipliers.forEach(q -> quantiles.add(-q * sigma));
        // The median: 0, or NaN before calibration starts.
        quantiles.add(multipliers.getFirst() * 0);
        multipliers.reversed().forEach(q -> quantiles.add(q * sigma));
        return new BacktestRow(
                origin,
                target,
                horizon,
                realised,
                Forecasts.of(Map.of("zero", 0.0, "mean", 0.0, "ewma", Math.sqrt(ewma), "logHarL", sigma)),
                sigma,
                quantiles);
    }

    private static HorizonScorecard card(List<BacktestRow> rows, int horizon, String from, String to) {
        List<HorizonScorecard> cards = Scorecards.of(rows, LocalDate.parse(from), LocalDate.parse(to), Map.of());
        assertThat(cards).extracting(HorizonScorecard::sessions).containsExactly(horizon);
        return cards.getFirst();
    }

    private static IntervalScore interval(HorizonScorecard card, double nominal) {
        return card.intervals().stream()
                .filter(score -> score.nominal() == nominal)
                .findFirst()
                .orElseThrow();
    }

    private static void compare(
            IntervalScore score, double coverage, double hundredfold, double kupiecP, double christoffersenP) {
        assertThat(score.coverage()).isCloseTo(coverage, within(5e-6));
        assertThat(100 * score.score()).isCloseTo(hundredfold, within(5e-4));
        assertThat(score.kupiecP()).isCloseTo(kupiecP, within(5e-6));
        assertThat(score.christoffersenP()).isCloseTo(christoffersenP, within(5e-6));
    }

    private static void compareTerciles(IntervalScore score, double low, double middle, double high) {
        Terciles terciles = Objects.requireNonNull(score.byVolatilityTercile());
        assertThat(terciles.low()).isCloseTo(low, within(5e-6));
        assertThat(terciles.middle()).isCloseTo(middle, within(5e-6));
        assertThat(terciles.high()).isCloseTo(high, within(5e-6));
    }

    private static double qlike(HorizonScorecard card, String candidate) {
        return Objects.requireNonNull(card.scale().candidates().get(candidate)).qlike();
    }

    private static List<LocalDate> dates(ReferenceFiles.Table table, String column) {
        return table.text(column).stream().map(LocalDate::parse).toList();
    }
}
