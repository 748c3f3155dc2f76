package candor.marketdata.csv;

import candor.store.port.RawBar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** MetaTrader's counts of price changes, which are taken for the volume where the column of volumes has none at all. */
final class TickVolumes {

    private double[] counts = new double[0];
    private int size;
    private boolean any;

    /** Takes the count of the next bar; NaN where there is none. */
    void note(double count) {
        if (size == counts.length) {
            counts = Arrays.copyOf(counts, Math.max(64, size * 2));
        }
        counts[size++] = count;
        any |= count > 0;
    }

    private boolean areUsed(List<RawBar> bars) {
        return any && bars.stream().noneMatch(bar -> bar.volume() > 0);
    }

    /** The bars, with counts for volumes where those are none. */
    List<RawBar> used(List<RawBar> bars) {
        if (!areUsed(bars)) {
            return bars;
        }
        List<RawBar> counted = new ArrayList<>(bars.size());
        for (int i = 0; i < bars.size(); i++) {
            counted.add(bars.get(i).withVolume(counts[i]));
        }
        return counted;
    }

    /** What provenance has of it; null where volumes are as they stand. */
    @Nullable
    String remark(List<RawBar> bars) {
        return areUsed(bars) ? "tick volume, as no row has another" : null;
    }
}
