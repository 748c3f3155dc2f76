package candor.forecasting.evaluation.test;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The mean of what was observed of several symbols, with a 95 % interval that lets all symbols of a day depend on each
 * other in any way. Symbols fall together; to count them as independent claims far too much.
 *
 * <p>With s<sub>d</sub> the sum over day d of the deviations from the mean of all n observations, D days and w the sum
 * of s<sub>d</sub>&sup2; plus, for targets of h sessions, twice the Bartlett-weighted products of s<sub>d</sub> with
 * those of the h - 1 days before,
 *
 * <pre>mean &plusmn; t(D - 1) &radic;( D/(D - 1) w ) / n</pre>
 *
 * the cluster-robust variance of Liang &amp; Zeger (1986) with the correction and degrees of freedom of Cameron &amp;
 * Miller (2015); for h &gt; 1 that of Driscoll &amp; Kraay (1998). One symbol a day gives the textbook interval.
 *
 * @param value mean of all observations, in their unit
 * @param lower end of the interval; may lie below 0 also where no observation does
 * @param upper end of the interval
 * @param days at least 2
 * @param observations of all days together
 */
public record DayClustered(double value, double lower, double upper, int days, int observations) {

    private static final double CONFIDENCE = 0.95;

    /**
     * The mean of observations whose targets are one session long.
     *
     * @param valuesByDay one finite number for each symbol observed that day; for a share, 1 and 0
     */
    public static DayClustered mean(SortedMap<LocalDate, List<Double>> valuesByDay) {
        return mean(valuesByDay, 1);
    }

    /**
     * The mean of observations whose targets overlap.
     *
     * @param valuesByDay as above, every session of the period a day
     * @param horizon sessions in a target, &ge; 1
     */
    public static DayClustered mean(SortedMap<LocalDate, List<Double>> valuesByDay, int horizon) {
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon below 1: " + horizon);
        }
        int days = valuesByDay.size();
        if (days < 2) {
            throw new IllegalArgumentException("an interval needs at least two days, got " + days);
        }
        double sum = 0;
        int observations = 0;
        for (List<Double> values : valuesByDay.values()) {
            sum += sum(values, 0);
            observations += values.size();
        }
        if (observations == 0 || !Double.isFinite(sum)) {
            throw new IllegalArgumentException(observations + " observations with the sum " + sum);
        }
        double mean = sum / observations;
        double[] daily = new double[days];
        int day = 0;
        for (List<Double> values : valuesByDay.values()) {
            daily[day++] = sum(values, mean);
        }
        double variance = CentredSeries.of(daily).longRunVariance(horizon, DieboldMariano.Window.BARTLETT);
        double reach = new TDistribution(days - 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2)
                * Math.sqrt((double) days / (days - 1) * days * variance)
                / observations;
        return new DayClustered(mean, mean - reach, mean + reach, days, observations);
    }

    private static double sum(List<Double> values, double centre) {
        double sum = 0;
        for (double value : values) {
            sum += value - centre;
        }
        return sum;
    }
}
