package candor.forecasting.explanation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A forecast as a sum: what the model forecasts on average over its training rows, and what each feature's value at the
 * origin adds to that. It explains the model, not the market.
 *
 * @param base the forecast with nothing known of the features
 * @param contributions one for each feature, in the model's order
 */
public record Explanation(double base, List<Contribution> contributions) {

    public Explanation {
        contributions = List.copyOf(contributions);
        if (!Double.isFinite(base)) {
            throw new IllegalArgumentException("want a finite base, got " + base);
        }
    }

    /** Of a forecast that looks at no feature. */
    public static Explanation constant(double forecast) {
        return new Explanation(forecast, List.of());
    }

    /**
     * @param features names
     * @param values at the origin, one for each feature
     * @param shares one for each feature
     */
    static Explanation of(double base, List<String> features, double[] values, double[] shares) {
        List<Contribution> contributions = new ArrayList<>();
        for (int j = 0; j < shares.length; j++) {
            contributions.add(new Contribution(features.get(j), values[j], shares[j]));
        }
        return new Explanation(base, contributions);
    }

    /**
     * Of the equally weighted mean of forecasts: Shapley values are linear in the model.
     *
     * @param members at least one; features of the same name have the same value
     */
    public static Explanation average(List<Explanation> members) {
        double base = 0;
        Map<String, Contribution> sums = new LinkedHashMap<>();
        for (Explanation member : members) {
            base += member.base;
            for (Contribution one : member.contributions) {
                sums.merge(
                        one.feature(),
                        one,
                        (a, b) -> new Contribution(a.feature(), a.value(), a.contribution() + b.contribution()));
            }
        }
        int n = members.size();
        return new Explanation(
                base / n,
                sums.values().stream()
                        .map(sum -> new Contribution(sum.feature(), sum.value(), sum.contribution() / n))
                        .toList());
    }

    /** Base and contributions added up: the forecast, but for rounding. */
    public double total() {
        double sum = base;
        for (Contribution one : contributions) {
            sum += one.contribution();
        }
        return sum;
    }
}
