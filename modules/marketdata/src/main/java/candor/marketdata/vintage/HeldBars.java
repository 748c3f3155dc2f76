package candor.marketdata.vintage;

import candor.store.port.RawBar;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that is held of one symbol from one provider: its vintages folded, from the last whole one on. Immutable.
 *
 * <p>A window replaces the rows of its days. Where it has no final bar for a session that has one, that one stays: nothing
 * that was known is lost to a partial answer.
 */
final class HeldBars {

    /** Of a provider that was never asked. */
    static final HeldBars NONE = new HeldBars(new TreeMap<>(), null, false);

    /** Relative; providers differ by cents, other shares by more. */
    private static final double AGREEMENT = 0.01;

    private final SortedMap<LocalDate, HeldBar> bars;
    private final @Nullable Vintage lastWhole;
    private final boolean damaged;

    private HeldBars(SortedMap<LocalDate, HeldBar> bars, @Nullable Vintage lastWhole, boolean damaged) {
        this.bars = bars;
        this.lastWhole = lastWhole;
        this.damaged = damaged;
    }

    /** What a whole answer leaves, the rows kept from before among them. */
    static HeldBars ofWhole(Vintages.Filled whole) {
        return new HeldBars(bySession(whole.rows()), whole.vintage(), false);
    }

    HeldBars withWindow(Collection<HeldBar> rows) {
        SortedMap<LocalDate, HeldBar> folded = new TreeMap<>(bars);
        rows.forEach(row -> folded.merge(row.bar().session(), row, HeldBar::updatedBy));
        return new HeldBars(folded, lastWhole, damaged);
    }

    /** Earlier rows updated by later ones, ascending by session. */
    static List<HeldBar> folded(List<HeldBar> earlier, List<HeldBar> later) {
        HeldBars held = new HeldBars(bySession(earlier), null, false);
        return List.copyOf(held.withWindow(later).bars.values());
    }

    private static SortedMap<LocalDate, HeldBar> bySession(List<HeldBar> rows) {
        SortedMap<LocalDate, HeldBar> bars = new TreeMap<>();
        rows.forEach(row -> bars.put(row.bar().session(), row));
        return bars;
    }

    /** The same, known to lack something that was stored and cannot be read any more. */
    HeldBars asDamaged() {
        return new HeldBars(bars, lastWhole, true);
    }

    boolean isEmpty() {
        return bars.isEmpty();
    }

    boolean isDamaged() {
        return damaged;
    }

    /** The last answer to a question for everything; empty where there was none. */
    Optional<Vintage> lastWhole() {
        return Optional.ofNullable(lastWhole);
    }

    Optional<HeldBar> find(LocalDate session) {
        return Optional.ofNullable(bars.get(session));
    }

    boolean hasFinal(LocalDate session) {
        return find(session).filter(HeldBar::isFinal).isPresent();
    }

    /** Whether closes of the sessions that both have are the same within a hundredth on most; of none common, they are not. */
    boolean agreesWith(HeldBars other) {
        List<LocalDate> common =
                finalSessions().stream().filter(other::hasFinal).toList();
        long same = common.stream()
                .filter(session -> Math.abs(close(session) / other.close(session) - 1) <= AGREEMENT)
                .count();
        return 2 * same > common.size();
    }

    private double close(LocalDate session) {
        return find(session).orElseThrow().bar().close();
    }

    /** All rows, those that are pending too, ascending by session. */
    Collection<HeldBar> rows() {
        return Collections.unmodifiableCollection(bars.values());
    }

    /** The sessions with all their prices, ascending. */
    List<LocalDate> finalSessions() {
        return bars.values().stream()
                .filter(HeldBar::isFinal)
                .map(HeldBar::bar)
                .map(RawBar::session)
                .toList();
    }
}
