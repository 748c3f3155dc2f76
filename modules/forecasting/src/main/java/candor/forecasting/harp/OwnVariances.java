package candor.forecasting.harp;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * HAR-P's variances of one symbol for all horizons of a prior, made session by session with what each session knew. It
 * forgets what no later session needs.
 */
public final class OwnVariances {

    private final OwnBars bars;
    private final List<OwnScale> scales;
    private @Nullable LocalDate through;

    /**
     * Nothing taken in yet.
     *
     * @param calendar names the sessions to come
     */
    public OwnVariances(Priors priors, TradingCalendar calendar) {
        this(
                new OwnBars(calendar),
                priors.horizons().stream().map(OwnScale::new).toList(),
                null);
    }

    private OwnVariances(OwnBars bars, List<OwnScale> scales, @Nullable LocalDate through) {
        this.bars = bars;
        this.scales = scales;
        this.through = through;
    }

    /**
     * All that later forecasts need, for storage.
     *
     * @param through last session taken in
     * @param bars what is kept of the bars
     * @param scales one for each horizon of the prior
     */
    public record State(LocalDate through, OwnBars.Tail bars, List<OwnScale.State> scales) {

        public State {
            scales = List.copyOf(scales);
        }
    }

    /**
     * What a state was taken from.
     *
     * @throws IllegalArgumentException if the state has other horizons than the priors
     */
    public static OwnVariances of(State state, Priors priors, TradingCalendar calendar) {
        List<Integer> horizons = priors.horizons().stream().map(Prior::horizon).toList();
        List<Integer> stored =
                state.scales().stream().map(OwnScale.State::horizon).toList();
        if (!stored.equals(horizons)) {
            throw new IllegalArgumentException("the state is of the horizons " + stored + ", the prior of " + horizons);
        }
        List<OwnScale> scales = state.scales().stream()
                .map(scale -> OwnScale.of(priors.of(scale.horizon()).orElseThrow(), scale))
                .toList();
        return new OwnVariances(OwnBars.of(state.bars(), calendar), scales, state.through());
    }

    /**
     * @throws IllegalStateException before the first session
     */
    public State state() {
        return new State(
                through(), bars.toTail(), scales.stream().map(OwnScale::state).toList());
    }

    /** The last session taken in. */
    public LocalDate through() {
        if (through == null) {
            throw new IllegalStateException("no session was taken in");
        }
        return through;
    }

    /** Another one that goes on from here without changing this one. */
    public OwnVariances copy() {
        return new OwnVariances(
                bars.lastOnes(), scales.stream().map(OwnScale::copy).toList(), through);
    }

    /**
     * Takes in the last session of the view; views come one session after the other, from the history's first on. One may
     * begin later, a horizon before at the latest for outcomes of that horizon to count.
     */
    public void absorb(PriceHistory visible) {
        bars.absorb(visible);
        int t = bars.size() - 1;
        for (OwnScale scale : scales) {
            int horizon = scale.horizon();
            scale.step(visible, bars.row(t, horizon), bars.logMeanRange(t - horizon, t));
        }
        through = visible.session(visible.size() - 1);
    }

    /**
     * The forecast at the session taken in last.
     *
     * @return empty for a horizon that the prior says nothing about, before bar {@link OwnRegressors#FIRST_SESSION}+1, soon
     *     after a break and before the prior's first version
     */
    public Optional<VarianceForecast> forecast(int horizon) {
        return scale(horizon).flatMap(scale -> scale.current(through()));
    }

    /**
     * Mean of the logarithm of the range variance of a session from the first return to the session taken in last; NaN at
     * the first bar and after a break.
     */
    public double longMean() {
        return bars.longMean(bars.size() - 1);
    }

    /** How that forecast came about; empty where there is none. */
    public Optional<Regression> regression(int horizon) {
        return forecast(horizon).flatMap(made -> scale(horizon)).map(scale -> scale.regression(through()));
    }

    private Optional<OwnScale> scale(int horizon) {
        return scales.stream().filter(scale -> scale.horizon() == horizon).findFirst();
    }
}
