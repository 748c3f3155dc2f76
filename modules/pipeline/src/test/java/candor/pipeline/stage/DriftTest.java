package candor.pipeline.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.drift.PopulationStability;
import candor.forecasting.drift.TwoSampleKolmogorovSmirnov;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.market.Bar;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Which sessions are compared, and what is said of them. */
final class DriftTest {

    private static final PriceHistory HISTORY = history();
    private static final int SIZE = HISTORY.size();
    private static final List<String> NAMES = List.of("a", "b");

    private final double[] a = noise(1);
    private final double[] b = noise(2);
    private final FeatureTable table = new FeatureTable(NAMES, new double[][] {a, b});

    @Test
    void theLatest250StandBesideAllBeforeThem() {
        Drift drift = Drift.of(HISTORY, table, HISTORY.session(SIZE - 1));

        int cut = SIZE - 250;
        assertThat(drift.reference()).isEqualTo(new Drift.Window(HISTORY.session(0), HISTORY.session(cut - 1), cut));
        assertThat(drift.current()).isEqualTo(new Drift.Window(HISTORY.session(cut), HISTORY.session(SIZE - 1), 250));
        assertThat(drift.unmeasured()).isNull();
        assertThat(drift.features()).containsExactly(expected("a", a, 0, cut, SIZE), expected("b", b, 0, cut, SIZE));
    }

    /** Sessions after asOf change nothing, whatever they hold. */
    @Test
    void whatIsLaterThanAsOfIsNotLookedAt() {
        int end = SIZE - 20;
        LocalDate asOf = HISTORY.session(end - 1);
        Drift before = Drift.of(HISTORY, table, asOf);
        assertThat(before.features().getFirst()).isEqualTo(expected("a", a, 0, end - 250, end));
        Arrays.fill(a, end, SIZE, 1e6);
        assertThat(Drift.of(HISTORY, table, asOf)).isEqualTo(before);
        assertThat(Drift.of(HISTORY, table, HISTORY.session(SIZE - 1))).isNotEqualTo(before);
    }

    /** A session that lacks one feature counts for none, and the window reaches further back for it. */
    @Test
    void sessionsThatLackAFeatureAreLeftOut() {
        Arrays.fill(b, 0, 3, Double.NaN);
        b[SIZE - 5] = Double.NaN;
        Drift drift = Drift.of(HISTORY, table, HISTORY.session(SIZE - 1));
        assertThat(drift.reference())
                .isEqualTo(new Drift.Window(HISTORY.session(3), HISTORY.session(SIZE - 252), SIZE - 254));
        assertThat(drift.current())
                .isEqualTo(new Drift.Window(HISTORY.session(SIZE - 251), HISTORY.session(SIZE - 1), 250));
    }

    @Test
    void tooFewSessionsAreToldInsteadOfMeasured() {
        assertThat(Drift.of(HISTORY, table, HISTORY.session(753)).features()).hasSize(2);
        Drift drift = Drift.of(HISTORY, table, HISTORY.session(752));
        assertThat(drift)
                .isEqualTo(new Drift(
                        null,
                        null,
                        "753 sessions have all features, 754 are needed: the latest 250 and 504 before them",
                        List.of()));
        assertThat(drift.largest()).isEmpty();
        assertThat(drift.summary())
                .isEqualTo("drift of features not measured: 753 sessions have all features, 754 are needed:"
                        + " the latest 250 and 504 before them");
    }

    @Test
    void theLargestIsNamedAndOfEqualOnesTheFirst() {
        Drift.Window window = new Drift.Window(HISTORY.session(0), HISTORY.session(9), 10);
        Drift drift = new Drift(window, window, null, List.of(of("a", 0.1), of("b", 0.3125), of("c", 0.3125)));
        assertThat(drift.largest()).contains(of("b", 0.3125));
        assertThat(drift.summary()).isEqualTo("largest drift: b PSI 0.31");
    }

    /** They follow the price, so that they would be the largest for ever. */
    @Test
    void featuresWithAUnitAreNeverTheLargest() {
        Drift.Window window = new Drift.Window(HISTORY.session(0), HISTORY.session(9), 10);
        List<Drift.FeatureDrift> withUnit = List.of(of("atr14", 9), of("amihud21", 8));
        assertThat(new Drift(window, window, null, List.of(withUnit.getFirst(), of("rsi14", 0.5), withUnit.getLast()))
                        .largest())
                .contains(of("rsi14", 0.5));
        Drift only = new Drift(window, window, null, withUnit);
        assertThat(only.largest()).isEmpty();
        assertThat(only.summary()).isEqualTo("drift of features not measured: all that there are follow the price");
    }

    @Test
    void refusesWhatContradictsItself() {
        Drift.Window window = new Drift.Window(HISTORY.session(0), HISTORY.session(9), 10);
        assertThatIllegalArgumentException().isThrownBy(() -> new Drift(window, window, null, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Drift(null, null, null, List.of(of("a", 1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Drift(window, window, "too few", List.of(of("a", 1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("a", Double.NaN))
                .withMessageStartingWith("a: psi NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Drift.Window(HISTORY.session(9), HISTORY.session(0), 10));
    }

    private static Drift.FeatureDrift of(String name, double psi) {
        return new Drift.FeatureDrift(name, psi, 0.5, 0.25);
    }

    private static Drift.FeatureDrift expected(String name, double[] values, int from, int cut, int to) {
        double[] reference = Arrays.copyOfRange(values, from, cut);
        double[] current = Arrays.copyOfRange(values, cut, to);
        TwoSampleKolmogorovSmirnov test = TwoSampleKolmogorovSmirnov.of(reference, current);
        return new Drift.FeatureDrift(
                name, PopulationStability.of(reference, current).index(), test.statistic(), test.p());
    }

    private static double[] noise(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.doubles(SIZE).toArray();
    }

    private static PriceHistory history() {
        List<Bar> bars = new NyseCalendar()
                .sessions(LocalDate.of(2012, 1, 3), LocalDate.of(2015, 2, 27)).stream()
                        .map(session -> new Bar(session, 50, 51, 49, 50, 1000))
                        .toList();
        return PriceHistory.of(bars, bars.stream().mapToDouble(Bar::close).toArray());
    }
}
