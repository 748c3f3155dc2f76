package candor.forecasting.synthetic;

/**
 * The log variance of a session's diffusion, an AR(1) that starts in its stationary distribution:
 *
 * <pre>x[t+1] = m + phi (x[t] - m) + eta (rho z[t] + sqrt(1 - rho^2) u[t])</pre>
 *
 * with z the session's standardised diffusive return, so that a fall raises the variance of the next session (Taylor
 * 1986; leverage as in Harvey &amp; Shephard 1996).
 */
final class VolatilityProcess {

    /** m: the variance of a day with 1.65 % standard deviation. */
    static final double LEVEL = 2 * StrictMath.log(0.0165);

    /** phi: half of a deviation is gone after 23 sessions. */
    static final double PERSISTENCE = 0.97;

    /** eta. */
    static final double VOLATILITY = 0.16;

    /** rho. */
    static final double LEVERAGE = -0.5;

    private VolatilityProcess() {}

    static double first(RandomStream random) {
        return LEVEL + VOLATILITY / Math.sqrt(1 - PERSISTENCE * PERSISTENCE) * random.gaussian();
    }

    static double next(double logVariance, double standardisedReturn, RandomStream random) {
        double shock = LEVERAGE * standardisedReturn + Math.sqrt(1 - LEVERAGE * LEVERAGE) * random.gaussian();
        return LEVEL + PERSISTENCE * (logVariance - LEVEL) + VOLATILITY * shock;
    }
}
