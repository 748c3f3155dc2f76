package candor.forecasting.risk;

import candor.forecasting.market.PriceHistory;
import candor.forecasting.returns.LogReturns;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * The market risk of holding the stock as European key information documents state it: Delegated Regulation (EU)
 * 2017/653, Annex II, Part 1, category 2, with a holding period of T = 5 years of 256 sessions, N = 1280 together. With
 * &sigma;, s and k of the daily log returns of the last five years (divisor n), value at risk at 97.5 % is the
 * Cornish-Fisher expansion
 *
 * <pre>VaR = &sigma;&radic;N (-1.96 + 0.474 s/&radic;N - 0.0687 k/N + 0.146 s&sup2;/N) - &sigma;&sup2;N/2</pre>
 *
 * and the volatility that would give it, (&radic;(3.842 - 2 VaR) - 1.96)/&radic;T a year, decides the class.
 *
 * @param from session of the first return
 * @param to session of the last
 * @param returns how many are known
 * @param volatility standard deviation &sigma; of a session's log return
 * @param skewness s
 * @param excessKurtosis k
 * @param valueAtRisk log return over the holding period, below 0
 * @param equivalentVolatility VEV, a year
 * @param riskClass 1 to 7: from 0.5, 5, 12, 20, 30 and 80 % on the next one
 */
public record MarketRisk(
        LocalDate from,
        LocalDate to,
        int returns,
        double volatility,
        double skewness,
        double excessKurtosis,
        double valueAtRisk,
        double equivalentVolatility,
        int riskClass) {

    private static final int YEARS = 5;

    /** The Annex asks for two years of daily prices. */
    private static final int LEAST_YEARS = 2;

    private static final int SESSIONS_A_YEAR = 256;
    private static final double[] CLASSES = {0.005, 0.05, 0.12, 0.2, 0.3, 0.8};

    /** At the last session; empty where the history is shorter than two years, or its prices do not move. */
    public static Optional<MarketRisk> of(PriceHistory history) {
        int last = history.size() - 1;
        LocalDate to = history.session(last);
        if (history.session(0).isAfter(to.minusYears(LEAST_YEARS))) {
            return Optional.empty();
        }
        int first = 1;
        while (!history.session(first).isAfter(to.minusYears(YEARS))) {
            first++;
        }
        double[] known = Arrays.stream(LogReturns.of(history), first, last + 1)
                .filter(r -> !Double.isNaN(r))
                .toArray();
        return of(known, history.session(first), to);
    }

    private static Optional<MarketRisk> of(double[] returns, LocalDate from, LocalDate to) {
        double mean = meanPower(returns, 0, 1);
        double variance = meanPower(returns, mean, 2);
        double sigma = Math.sqrt(variance);
        double skewness = meanPower(returns, mean, 3) / (variance * sigma);
        double excessKurtosis = meanPower(returns, mean, 4) / (variance * variance) - 3;
        double valueAtRisk = valueAtRisk(sigma, skewness, excessKurtosis, YEARS * SESSIONS_A_YEAR);
        double equivalent = equivalentVolatility(valueAtRisk, YEARS);
        return Double.isFinite(equivalent)
                ? Optional.of(new MarketRisk(
                        from,
                        to,
                        returns.length,
                        sigma,
                        skewness,
                        excessKurtosis,
                        valueAtRisk,
                        equivalent,
                        riskClass(equivalent)))
                : Optional.empty();
    }

    static double valueAtRisk(double sigma, double skewness, double excessKurtosis, int periods) {
        double n = periods;
        return sigma
                        * Math.sqrt(n)
                        * (-1.96
                                + 0.474 * skewness / Math.sqrt(n)
                                - 0.0687 * excessKurtosis / n
                                + 0.146 * skewness * skewness / n)
                - 0.5 * sigma * sigma * n;
    }

    static double equivalentVolatility(double valueAtRisk, int years) {
        return (Math.sqrt(3.842 - 2 * valueAtRisk) - 1.96) / Math.sqrt(years);
    }

    static int riskClass(double equivalentVolatility) {
        int passed = 0;
        for (double bound : CLASSES) {
            passed += equivalentVolatility >= bound ? 1 : 0;
        }
        return 1 + passed;
    }

    private static double meanPower(double[] values, double centre, int power) {
        double sum = 0;
        for (double value : values) {
            double product = 1;
            for (int i = 0; i < power; i++) {
                product *= value - centre;
            }
            sum += product;
        }
        return sum / values.length;
    }
}
