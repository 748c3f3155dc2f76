package candor.cleaning.guard;

import candor.cleaning.CleaningLog;
import candor.cleaning.CleaningResult;
import candor.cleaning.log.CleaningEntry;
import candor.forecasting.guard.GuardResult;
import candor.forecasting.market.Bar;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Every cell of a cleaned bar is what the source gave for that session, unless the log has a line for that cell. A move
 * that was clipped, or a day that was filled in, has none.
 */
final class RealMovesKept {

    static final String NAME = "real moves kept";

    private static final List<Cell> CELLS = List.of(
            new Cell("open", Bar::open, RawBar::open),
            new Cell("high", Bar::high, RawBar::high),
            new Cell("low", Bar::low, RawBar::low),
            new Cell("close", Bar::close, RawBar::close),
            new Cell("volume", Bar::volume, RawBar::volume));

    private record Cell(String column, ToDoubleFunction<Bar> cleaned, ToDoubleFunction<RawBar> given) {}

    private record Change(LocalDate session, String column) {}

    private final Map<LocalDate, RawBar> given = new HashMap<>();
    private final Set<Change> logged = new HashSet<>();

    /** No row has a volume: one line of the log says so for all. */
    private final boolean noVolume;

    private RealMovesKept(Retrieval retrieval, List<CleaningEntry> log) {
        retrieval.bars().forEach(row -> given.putIfAbsent(row.session(), row));
        noVolume = log.stream().anyMatch(entry -> entry.rule().equals(CleaningLog.NO_VOLUME));
        log.forEach(entry -> logged.add(new Change(entry.session(), entry.column())));
    }

    static GuardResult check(Retrieval retrieval, CleaningResult cleaned) {
        RealMovesKept guard = new RealMovesKept(retrieval, cleaned.log());
        return cleaned.bars().stream()
                .map(guard::unexplained)
                .flatMap(Optional::stream)
                .findFirst()
                .map(what -> GuardResult.broken(NAME, what))
                .orElseGet(() -> GuardResult.held(
                        NAME,
                        "All " + cleaned.bars().size()
                                + " bars are as the source gave them, but for the changes in the log."));
    }

    private Optional<String> unexplained(Bar bar) {
        RawBar row = given.get(bar.session());
        if (row == null) {
            return Optional.of("There is a bar on " + bar.session() + ", for which the source gave none: close "
                    + bar.close() + ".");
        }
        return CELLS.stream()
                .filter(cell ->
                        cell.cleaned().applyAsDouble(bar) != cell.given().applyAsDouble(row))
                .filter(cell -> !(noVolume && cell.column().equals("volume")))
                .filter(cell -> !logged.contains(new Change(bar.session(), cell.column())))
                .findFirst()
                .map(cell -> "The " + cell.column() + " of " + bar.session() + " is "
                        + cell.cleaned().applyAsDouble(bar) + ", the source gave "
                        + cell.given().applyAsDouble(row) + ", and no line of the log says why.");
    }
}
