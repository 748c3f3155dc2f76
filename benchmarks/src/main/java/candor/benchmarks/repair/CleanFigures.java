package candor.benchmarks.repair;

import candor.cleaning.repair.RepairResult;
import candor.cleaning.repair.Repairs;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of histories without a fault.
 *
 * @param changed histories of which a cell was changed
 * @param cells changed, in all of them
 * @param questioned histories with a doubt
 * @param names of those changed
 */
record CleanFigures(int histories, int changed, int cells, int questioned, List<String> names) {

    static final CleanFigures NONE = new CleanFigures(0, 0, 0, 0, List.of());

    static CleanFigures of(CleanHistory history) {
        RepairResult result = Repairs.of(history.rows(), history.adjusted());
        int cells = result.log().size();
        return new CleanFigures(
                1,
                cells > 0 ? 1 : 0,
                cells,
                result.doubts().isEmpty() ? 0 : 1,
                cells > 0 ? List.of(history.name()) : List.of());
    }

    CleanFigures plus(CleanFigures other) {
        return new CleanFigures(
                histories + other.histories,
                changed + other.changed,
                cells + other.cells,
                questioned + other.questioned,
                Stream.concat(names.stream(), other.names.stream()).toList());
    }

    String line(String what) {
        return histories + " " + what + ": changed without need " + changed + " (" + cells + " cells), questioned "
                + questioned + (names.isEmpty() ? "" : "; changed: " + String.join(", ", names));
    }
}
