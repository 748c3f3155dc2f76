package candor.forecasting.volatility;

import static candor.forecasting.fixture.SharedReference.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.fixture.SharedReference;
import candor.forecasting.fixture.StxFile;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.IntPredicate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** STX against numpy, pandas and statsmodels. */
class ReferenceVolatilityTest {

    @Test
    void proxyAndEwmaEqualTheReference() {
        PriceHistory history = StxFile.read().history();
        double[] proxy = RangeProxy.of(history);
        Ewma ewma = Ewma.start(0.94, history).orElseThrow();
        for (Map<String, String> row : SharedReference.csv("reference/volatility-forecasts-STX.csv")) {
            int target = history.indexOf(LocalDate.parse(String.valueOf(row.get("date"))));
            ewma = ewma.advancedTo(history.visibleAt(target - 1));
            assertThat(proxy[target]).isEqualTo(number(row, "v"), relative(number(row, "v"), 1e-8));
            assertThat(ewma.variance()).isEqualTo(number(row, "ewma94"), relative(number(row, "ewma94"), 1e-8));
        }
    }

    @Test
    void logHarEqualsTheReferenceOnItsRefitDates() {
        PriceHistory history = StxFile.read().history();
        double[] variance = walk(history, 1, Leverage.WITHOUT);
        for (Map<String, String> row : SharedReference.csv("reference/volatility-forecasts-STX.csv")) {
            int target = history.indexOf(LocalDate.parse(String.valueOf(row.get("date"))));
            assertThat(variance[target]).isEqualTo(number(row, "loghar_B"), relative(number(row, "loghar_B"), 1e-6));
        }
    }

    /** Coefficients of statsmodels' OLS on the targets up to 2009-12-31 (volatility.json, loghar_ols_fixed_window). */
    @Test
    void coefficientsEqualOrdinaryLeastSquares() {
        PriceHistory history = StxFile.read().history();
        int lastSession = history.indexOf(LocalDate.of(2009, 12, 31));
        LogHarCoefficients fitted = fitted(history, lastSession, 1, Leverage.WITHOUT);
        List<Double> want = List.of(-0.6584616364137297, 0.15826130087703758, 0.22359131808283278, 0.5309164173431379);
        assertThat(fitted.rows()).isEqualTo(1754);
        assertThat(fitted.fittedAt()).isEqualTo(LocalDate.of(2009, 12, 31));
        for (int j = 0; j < want.size(); j++) {
            assertThat(fitted.b().get(j)).isEqualTo(want.get(j), relative(want.get(j), 1e-8));
        }
        assertThat(fitted.k()).isEqualTo(1.4418113499152179, within(1e-8));
    }

    /** First refit of the reference, 2006-01-03 (intervals.json, loghar_L_coefs_h1; rounded to five digits there). */
    @Test
    void leverageCoefficientsEqualTheReferenceAtItsFirstRefit() {
        PriceHistory history = StxFile.read().history();
        int lastSession = history.indexOf(LocalDate.of(2006, 1, 3)) - 1;
        LogHarCoefficients fitted = fitted(history, lastSession, 1, Leverage.WITH);
        List<Double> want = List.of(-2.5494, 0.16371, 0.12865, 0.38529, -0.031161, 0.15381);
        assertThat(fitted.rows()).isEqualTo(743);
        for (int j = 0; j < want.size(); j++) {
            assertThat(fitted.b().get(j)).isEqualTo(want.get(j), relative(want.get(j), 5e-5));
        }
        assertThat(fitted.k()).isEqualTo(1.8668, within(5e-5));
    }

    private static LogHarCoefficients fitted(PriceHistory history, int last, int horizon, Leverage leverage) {
        LogHarLearner learner = new LogHarLearner(horizon, leverage);
        for (int t = 0; t <= last; t++) {
            PriceHistory visible = history.visibleAt(t);
            learner.absorb(visible, LogHarRegressors.at(visible, leverage));
        }
        return learner.fit(history.visibleAt(last));
    }

    /** Variance forecasts by target session. */
    private static double[] walk(PriceHistory history, int horizon, Leverage leverage) {
        SortedSet<LocalDate> refits = SharedReference.refitDates(history);
        IntPredicate refitsFor = target -> refits.contains(history.session(target));
        LogHarLearner learner = new LogHarLearner(horizon, leverage);
        double[] variance = new double[history.size()];
        LogHarCoefficients coefficients = null;
        for (int t = 0; t + 1 < history.size(); t++) {
            PriceHistory visible = history.visibleAt(t);
            double[] regressors = LogHarRegressors.at(visible, leverage);
            learner.absorb(visible, regressors);
            if (refitsFor.test(t + 1)) {
                coefficients = learner.fit(visible);
            }
            variance[t + 1] = coefficients == null ? Double.NaN : coefficients.variance(regressors);
        }
        return variance;
    }

    private static Offset<Double> relative(double value, double tolerance) {
        return within(tolerance * Math.abs(value));
    }
}
