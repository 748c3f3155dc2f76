package candor.marketdata.vintage;

import candor.store.port.RawBar;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The held bars that a whole answer lacks and that stay all the same: nothing that was known is lost to a partial answer.
 * Nothing stays where most closes differ, or no session is common: that is another instrument under the same ticker.
 *
 * @param rows ascending by session
 */
record Kept(List<HeldBar> rows) {

    static final Kept NONE = new Kept(List.of());

    static Kept of(HeldBars held, List<RawBar> whole, VintageComparison comparison) {
        if (comparison.common() == 0 || 2 * comparison.otherCloses() > comparison.common()) {
            return NONE;
        }
        Set<LocalDate> answered = new HashSet<>();
        whole.stream().filter(RawBar::hasPrices).map(RawBar::session).forEach(answered::add);
        return new Kept(held.rows().stream()
                .filter(HeldBar::isFinal)
                .filter(row -> !answered.contains(row.bar().session()))
                .toList());
    }

    List<LocalDate> sessions() {
        return rows.stream().map(row -> row.bar().session()).toList();
    }
}
