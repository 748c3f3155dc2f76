package candor.forecasting.harp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.forecasting.fixture.Simulated;
import candor.forecasting.fixture.Weekdays;
import candor.forecasting.market.Bar;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laws of HAR-P on simulated stocks. */
class OwnVariancesTest {

    @ParameterizedTest
    @CsvSource({"1, 300", "5, 431", "21, 700"})
    void whatComesLaterChangesNoForecast(int horizon, int cut) {
        Prior prior =
                SmallPrior.of(horizon, SmallPrior.version("2005-01-03", 0), SmallPrior.version("2012-01-03", 0.25));
        PriceHistory history = Simulated.stock(900, horizon);

        Map<LocalDate, VarianceForecast> whole = walked(history, prior);
        Map<LocalDate, VarianceForecast> other = walked(Simulated.noiseAfter(history, cut, 77), prior);

        LocalDate last = history.session(cut);
        assertThat(upTo(whole, last)).isNotEmpty().isEqualTo(upTo(other, last));
        assertThat(upTo(whole, last)).isEqualTo(walked(history.visibleAt(cut), prior));
        assertThat(whole).isNotEqualTo(other);
    }

    @Test
    void theFirstForecastStandsAtThe68thBar() {
        PriceHistory history = Simulated.stock(80, 1);

        Map<LocalDate, VarianceForecast> made = walked(history, prior());

        assertThat(made.keySet().iterator().next()).isEqualTo(history.session(OwnRegressors.FIRST_SESSION));
        assertThat(made).hasSize(80 - 67);
    }

    @Test
    void aVersionCountsFromItsDateOn() {
        PriceHistory history = Simulated.stock(200, 1);
        LocalDate date = history.session(150);
        Prior late = SmallPrior.of(1, SmallPrior.version(date.toString(), 0));

        assertThat(walked(history, late).keySet().iterator().next()).isEqualTo(date);
        assertThat(late.at(date.minusDays(1))).isEmpty();
        assertThat(late.at(date)).isPresent();
    }

    @Test
    void aLaterVersionChangesNothingBeforeItsDate() {
        PriceHistory history = Simulated.stock(300, 3);
        LocalDate date = history.session(200);
        PriorVersion first = SmallPrior.version("2005-01-03", 0);

        Map<LocalDate, VarianceForecast> one = walked(history, SmallPrior.of(1, first));
        Map<LocalDate, VarianceForecast> two =
                walked(history, SmallPrior.of(1, first, SmallPrior.version(date.toString(), 0.5)));

        assertThat(upTo(two, date.minusDays(1))).isEqualTo(upTo(one, date.minusDays(1)));
        assertThat(two.get(date)).isNotEqualTo(one.get(date));
    }

    @Test
    void theUnitOfPricesDoesNotMatter() {
        PriceHistory history = Simulated.stock(300, 5);

        // A power of two leaves every ratio of prices as it is, bit for bit.
        assertThat(walked(Simulated.scaled(history, 8), prior())).isEqualTo(walked(history, prior()));
    }

    /** A regressor that never moved left the study's own fit without penalty: variance ratios of 1e26. */
    @Test
    void aRegressorThatNeverMovesDoesNotLeadAstray() {
        PriceHistory history = withVolume(Simulated.stock(400, 2), 1e6);

        Map<LocalDate, VarianceForecast> made = walked(history, prior());

        assertThat(made).hasSize(400 - 67);
        assertThat(made.values())
                .allSatisfy(
                        forecast -> assertThat(Math.sqrt(forecast.variance())).isBetween(0.002, 0.2));
    }

    @Test
    void aRegressionThatHasGoneAstrayGivesNoForecast() {
        Prior astray = SmallPrior.of(1, SmallPrior.version("2005-01-03", 9));

        // So few own rows do not change the coefficients before the second fit.
        assertThat(walked(Simulated.stock(85, 2), astray)).isEmpty();
    }

    /** An index has no volume: what volume would say is left at its usual, and nothing else changes. */
    @Test
    void aHistoryWithoutVolumeHasForecasts() {
        PriceHistory history = Simulated.stock(200, 2);

        Map<LocalDate, VarianceForecast> made = walked(withVolume(history, 0), prior());

        assertThat(made).hasSize(200 - 67);
        assertThat(made.keySet()).isEqualTo(walked(history, prior()).keySet());
    }

    /** A state is stored at the last fit and taken up by another process, or by bars of somebody else's. */
    @ParameterizedTest
    @CsvSource({"1, 90", "1, 610", "5, 431", "21, 700", "21, 69"})
    void aStoredStateGoesOnAsIfItHadNeverBeenStored(int horizon, int cut) {
        Prior prior =
                SmallPrior.of(horizon, SmallPrior.version("2005-01-03", 0), SmallPrior.version("2012-01-03", 0.25));
        PriceHistory history = Simulated.stock(760, horizon);
        Priors priors = Walked.priors(history, prior);
        OwnVariances whole = new OwnVariances(priors, new Weekdays());
        for (int t = 0; t <= cut; t++) {
            whole.absorb(history.visibleAt(t));
        }
        OwnVariances stored = OwnVariances.of(whole.state(), priors, new Weekdays());
        OwnVariances copied = whole.copy();

        for (int t = cut + 1; t < history.size(); t++) {
            whole.absorb(history.visibleAt(t));
            // A view may begin as late as the horizon before.
            stored.absorb(from(history, Math.max(t - horizon, 0), t));
            copied.absorb(history.visibleAt(t));

            assertThat(stored.forecast(horizon))
                    .isEqualTo(whole.forecast(horizon))
                    .isPresent();
            assertThat(copied.forecast(horizon)).isEqualTo(whole.forecast(horizon));
        }
        assertThat(stored.state()).isEqualTo(whole.state()).isEqualTo(copied.state());
    }

    private static PriceHistory from(PriceHistory history, int first, int last) {
        List<Bar> bars = new ArrayList<>();
        for (int t = first; t <= last; t++) {
            bars.add(bar(history, t, history.volume(t)));
        }
        return PriceHistory.of(bars, bars.stream().mapToDouble(Bar::close).toArray());
    }

    @Test
    void aViewThatLeavesASessionOutIsRefused() {
        PriceHistory history = Simulated.stock(80, 2);
        OwnVariances walk = new OwnVariances(Walked.priors(history, prior()), new Weekdays());
        walk.absorb(history.visibleAt(0));

        assertThatThrownBy(() -> walk.absorb(history.visibleAt(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not come after " + history.session(0));
    }

    @Test
    void afterABreakRegressorsStartAnew() {
        PriceHistory whole = Simulated.stock(400, 4);
        List<Bar> bars = new ArrayList<>();
        for (int t = 0; t < whole.size(); t++) {
            if (t < 200 || t >= 220) {
                bars.add(bar(whole, t, whole.volume(t)));
            }
        }
        PriceHistory broken =
                PriceHistory.of(bars, bars.stream().mapToDouble(Bar::close).toArray());

        Map<LocalDate, VarianceForecast> made = walked(broken, prior());

        assertThat(made).containsKey(whole.session(199)).doesNotContainKeys(whole.session(220), whole.session(286));
        assertThat(made).containsKey(whole.session(220 + OwnRegressors.FIRST_SESSION));
    }

    private static Prior prior() {
        return SmallPrior.of(1, SmallPrior.version("2005-01-03", 0));
    }

    private static Map<LocalDate, VarianceForecast> walked(PriceHistory history, Prior prior) {
        return Walked.of(history, prior, new Weekdays());
    }

    private static Map<LocalDate, VarianceForecast> upTo(Map<LocalDate, VarianceForecast> made, LocalDate last) {
        Map<LocalDate, VarianceForecast> kept = new java.util.TreeMap<>(made);
        kept.keySet().removeIf(last::isBefore);
        return kept;
    }

    private static PriceHistory withVolume(PriceHistory history, double volume) {
        List<Bar> bars = new ArrayList<>();
        for (int t = 0; t < history.size(); t++) {
            bars.add(bar(history, t, volume));
        }
        return PriceHistory.of(bars, bars.stream().mapToDouble(Bar::close).toArray());
    }

    private static Bar bar(PriceHistory history, int t, double volume) {
        return new Bar(history.session(t), history.open(t), history.high(t), history.low(t), history.close(t), volume);
    }
}
