package candor.forecasting.harp;

import candor.forecasting.learning.Targets;
import candor.forecasting.market.PriceHistory;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** HAR-P's forecasts of one symbol for one horizon, made session by session with what each session knew. */
public final class OwnForecasts {

    private final Prior prior;
    private final OwnBars bars;
    private final OwnScale scale;
    private final List<OwnInterval> intervals;

    /**
     * @param bars that take in the same sessions; those of all horizons may be the same
     * @param gamma step of the adaptation of the intervals, between 0 and 1
     */
    public OwnForecasts(Prior prior, OwnBars bars, double gamma) {
        this.prior = prior;
        this.bars = bars;
        this.scale = new OwnScale(prior, bars);
        this.intervals = IntStream.range(0, prior.levels().size())
                .mapToObj(level -> new OwnInterval(prior, level, gamma))
                .toList();
    }

    /**
     * The forecast at the last session of the view; views come one session after the other, from session 0 on.
     *
     * @param visible whose last session the bars took in last
     * @return empty before bar {@link OwnRegressors#FIRST_SESSION}+1, soon after a break and before the prior's first
     *     version
     */
    public Optional<OwnForecast> step(PriceHistory visible) {
        int t = visible.size() - 1;
        Optional<VarianceForecast> forecast = scale.step(visible, bars.row(t, prior.horizon()));
        intervals.forEach(interval ->
                interval.learn(t, origin -> Targets.logReturn(visible, origin, origin + prior.horizon())));
        return forecast.map(made -> new OwnForecast(
                made.logScale(),
                made.variance(),
                intervals.stream().map(interval -> interval.issue(t, made)).toList()));
    }
}
