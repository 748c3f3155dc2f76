package candor.forecasting.evaluation.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Holm's (1979) step-down adjustment: the chance of any false claim among all tests stays below the level. */
public final class Holm {

    private Holm() {}

    /** The adjusted p-values in the order given: the i-th smallest of m becomes max over j &le; i of (m - j + 1) p, at most 1. */
    public static List<Double> adjust(List<Double> p) {
        List<Integer> ascending = IntStream.range(0, p.size())
                .boxed()
                .sorted(Comparator.comparing(p::get))
                .toList();
        List<Double> adjusted = new ArrayList<>(Collections.nCopies(p.size(), 1.0));
        double floor = 0;
        for (int rank = 0; rank < p.size(); rank++) {
            int at = ascending.get(rank);
            floor = Math.max(floor, Math.min(1, (p.size() - rank) * p.get(at)));
            adjusted.set(at, floor);
        }
        return Collections.unmodifiableList(adjusted);
    }
}
