package candor.forecasting.evaluation.test;

import java.util.Optional;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The test of Pesaran &amp; Timmermann (1992) that forecasts foresee the direction: with P the share of agreeing
 * directions and P* the share that independence would give from how often each rises,
 *
 * <pre>statistic = (P - P*) / &radic;(V(P) - V(P*))</pre>
 *
 * is normal under independence. A forecast that always says 'up' is right as often as the stock rises and foresees
 * nothing; that is why the share alone does not do. Up is above 0. Wants outcomes that do not overlap.
 *
 * @param statistic positive where directions agree more often than by chance
 */
public record PesaranTimmermann(double statistic) {

    /** @return empty where forecasts or outcomes all have one direction */
    public static Optional<PesaranTimmermann> of(double[] forecasts, double[] outcomes) {
        int count = outcomes.length;
        if (forecasts.length != count) {
            throw new IllegalArgumentException(forecasts.length + " forecasts of " + count + " outcomes");
        }
        int agreeing = 0;
        int rises = 0;
        int foreseen = 0;
        for (int t = 0; t < count; t++) {
            boolean rise = outcomes[t] > 0;
            boolean up = forecasts[t] > 0;
            agreeing += rise == up ? 1 : 0;
            rises += rise ? 1 : 0;
            foreseen += up ? 1 : 0;
        }
        if (rises == 0 || rises == count || foreseen == 0 || foreseen == count) {
            return Optional.empty();
        }
        double n = count;
        double y = rises / n;
        double f = foreseen / n;
        double chance = y * f + (1 - y) * (1 - f);
        double ofShare = chance * (1 - chance) / n;
        double ofChance = square(2 * y - 1) * f * (1 - f) / n
                + square(2 * f - 1) * y * (1 - y) / n
                + 4 * y * f * (1 - y) * (1 - f) / (n * n);
        double variance = ofShare - ofChance;
        return variance > 0
                ? Optional.of(new PesaranTimmermann((agreeing / n - chance) / Math.sqrt(variance)))
                : Optional.empty();
    }

    /** One-sided p-value: against the alternative that directions agree more often than by chance. */
    public double p() {
        return new NormalDistribution().cumulativeProbability(-statistic);
    }

    private static double square(double x) {
        return x * x;
    }
}
