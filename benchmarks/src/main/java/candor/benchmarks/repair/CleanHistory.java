package candor.benchmarks.repair;

import candor.store.port.RawBar;
import java.util.List;

/**
 * Daily bars without a fault, ascending.
 *
 * @param adjusted whether they have adjusted closes of their own; otherwise closes are as traded
 */
record CleanHistory(String name, List<RawBar> rows, boolean adjusted) {

    CleanHistory {
        rows = List.copyOf(rows);
    }
}
