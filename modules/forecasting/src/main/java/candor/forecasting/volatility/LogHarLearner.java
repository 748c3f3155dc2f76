package candor.forecasting.volatility;

import candor.forecasting.learning.CoMoments;
import candor.forecasting.learning.FitDidNotConverge;
import candor.forecasting.learning.LinearFit;
import candor.forecasting.learning.Targets;
import candor.forecasting.market.PriceHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The training rows of the log-HAR regression for one horizon, taken in session by session. Direct forecast: the target
 * of origin i is the log of the mean proxy over the sessions i+1..i+h. A row enters when its target is complete, so a
 * fit at an origin is purged of all that reaches beyond it; one whose regressors or target reach across a break never
 * enters.
 */
public final class LogHarLearner {

    private final int horizon;
    private final Leverage leverage;
    private final CoMoments moments;
    private final List<Double> proxies = new ArrayList<>();
    private final List<double[]> regressors = new ArrayList<>();
    private final List<double[]> trained = new ArrayList<>();
    private double squaredReturns;

    /**
     * @param horizon h, sessions, &ge; 1
     */
    public LogHarLearner(int horizon, Leverage leverage) {
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon below 1: " + horizon);
        }
        this.horizon = horizon;
        this.leverage = leverage;
        this.moments = new CoMoments(leverage.regressors());
    }

    /**
     * Takes the last session of the view in; views come one session after the other, from session 0 on.
     *
     * @param atOrigin {@link LogHarRegressors#at} of the same view
     */
    public void absorb(PriceHistory visible, double[] atOrigin) {
        int session = visible.size() - 1;
        if (session != proxies.size()) {
            throw new IllegalArgumentException("want session " + proxies.size() + " next, got " + session);
        }
        proxies.add(RangeProxy.at(visible, session));
        regressors.add(atOrigin);
        int origin = session - horizon;
        if (origin >= leverage.firstSession()
                && !Double.isNaN(regressors.get(origin)[0])
                && !visible.breaksBetween(origin, session)) {
            double sum = 0;
            for (int t = origin + 1; t <= session; t++) {
                sum += proxies.get(t);
            }
            moments.add(regressors.get(origin), StrictMath.log(sum / horizon));
            trained.add(regressors.get(origin));
            double r = Targets.logReturn(visible, origin, session);
            squaredReturns += r * r;
        }
    }

    /**
     * Ordinary least squares on all rows taken in.
     *
     * @param visible the view that was absorbed last
     * @throws FitDidNotConverge if the rows do not determine the coefficients, or the result is not finite
     */
    public LogHarCoefficients fit(PriceHistory visible) {
        LinearFit solved = LinearFit.of(moments, 0, LogHarCoefficients.NAME);
        List<Double> b = Arrays.stream(solved.coefficients()).boxed().toList();
        double fitted = 0;
        for (double[] row : trained) {
            fitted += LogHarCoefficients.exponential(b, row);
        }
        double k = squaredReturns / fitted;
        if (!(k > 0 && k < Double.POSITIVE_INFINITY)) {
            throw new FitDidNotConverge(
                    LogHarCoefficients.NAME,
                    "squared returns add up to " + squaredReturns + ", fitted variances to " + fitted);
        }
        return new LogHarCoefficients(b, solved.means(), k, moments.rows(), visible.session(proxies.size() - 1));
    }
}
