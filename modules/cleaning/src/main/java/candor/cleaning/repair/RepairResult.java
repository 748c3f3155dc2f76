package candor.cleaning.repair;

import candor.cleaning.log.CleaningEntry;
import candor.store.port.RawBar;
import java.util.List;

/**
 * The rows after repair, and all that was done to them.
 *
 * @param rows ascending by session, then line; as many as given, less the duplicates
 * @param log one entry for each cell changed and each duplicate removed, ascending by session
 * @param doubts what is wrong and not proved, ascending by session
 * @param faults of the provider that the changes go back to: a dividend that was forgotten changes every adjusted close
 *     before it and is one fault, ten single cells are ten
 * @param duplicates rows removed because an equal one is kept
 */
public record RepairResult(List<RawBar> rows, List<CleaningEntry> log, List<Doubt> doubts, int faults, int duplicates) {

    public RepairResult {
        rows = List.copyOf(rows);
        log = List.copyOf(log);
        doubts = List.copyOf(doubts);
    }
}
