package candor.cleaning.repair;

import static org.assertj.core.api.Assertions.assertThat;

import candor.store.port.RawBar;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** What a provider really served wrongly, beside what people who looked at it hold to be right. */
class RecordedFaultsTest {

    private static final double TOLERANCE = 0.005;
    private static final double SAME = 1e-9;
    private static final List<String> COLUMNS =
            List.of("open", "high", "low", "close", "adjustedClose", "volume", "dividend", "split", "capitalGain");

    /**
     * Files with rows that are set aside besides, which the corrected files leave wrong: a level 100 or 50 times off on days
     * on which nobody traded.
     */
    private static final Set<String> WITH_ROWS_ASIDE =
            Set.of("CLC-L-1d-bad-div.csv", "LSC-L-1d-bad-div.csv", "NVT-L-1d-bad-div.csv", "SSNLF-1d-bad-div.csv");

    private static Path folder() {
        return PriceFile.shared("data/repair");
    }

    @Test
    void everyPairIsRepairedAndNothingElseIsTouched() {
        Set<String> withRowsAside = new TreeSet<>();
        for (Path corrected : PriceFile.in(folder(), "-fixed.csv")) {
            String name = corrected.getFileName().toString().replace("-fixed", "");
            PriceFile given = PriceFile.read(corrected.resolveSibling(name));
            RepairResult result = given.repaired();

            assertThat(differences(given, PriceFile.read(corrected), result))
                    .as(name)
                    .isEmpty();
            assertThat(result.doubts()).as(name).noneMatch(doubt -> doubt.then() == Doubt.Consequence.STOP);
            if (result.doubts().stream().anyMatch(doubt -> doubt.then() == Doubt.Consequence.SET_ASIDE)) {
                withRowsAside.add(name);
            }
        }
        assertThat(withRowsAside).isEqualTo(WITH_ROWS_ASIDE);
    }

    @Test
    void correctedFilesAndControlsStayAsTheyAre() {
        for (Path path : PriceFile.in(folder(), ".csv")) {
            String name = path.getFileName().toString();
            if (name.contains("-fixed") || name.contains("no-bad")) {
                assertThat(PriceFile.read(path).repaired().log()).as(name).isEmpty();
            }
        }
    }

    @Test
    void repairingTheRepairedChangesNothing() {
        for (Path path : PriceFile.in(folder(), ".csv")) {
            PriceFile given = PriceFile.read(path);
            RepairResult once = given.repaired();

            assertThat(Repairs.of(once.rows(), given.hasAdjustedClose()).log())
                    .as(given.name())
                    .isEmpty();
        }
    }

    private static List<String> differences(PriceFile given, PriceFile corrected, RepairResult result) {
        List<RawBar> before = ascending(given.rows());
        List<RawBar> wanted = ascending(corrected.rows());
        assertThat(result.rows())
                .extracting(RawBar::session)
                .isEqualTo(sessions(wanted))
                .isEqualTo(sessions(before));
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            // a row without prices is no bar, whatever its volume
            if (!Double.isNaN(wanted.get(i).close())) {
                addDifferences(before.get(i), wanted.get(i), result.rows().get(i), differences);
            }
        }
        return differences;
    }

    private static void addDifferences(RawBar before, RawBar wanted, RawBar after, List<String> differences) {
        double[] old = cells(before);
        double[] right = cells(wanted);
        double[] found = cells(after);
        for (int k = 0; k < right.length; k++) {
            boolean good = isNear(old[k], right[k], SAME)
                    ? isNear(found[k], old[k], SAME)
                    : isNear(found[k], right[k], TOLERANCE);
            if (!good) {
                differences.add(wanted.session() + " " + COLUMNS.get(k) + ": " + old[k] + " became " + found[k]
                        + " and should be " + right[k]);
            }
        }
    }

    private static boolean isNear(double one, double other, double tolerance) {
        return Double.compare(one, other) == 0 || Math.abs(one - other) <= tolerance * Math.abs(other);
    }

    private static List<RawBar> ascending(List<RawBar> rows) {
        return rows.stream().sorted(Comparator.comparing(RawBar::session)).toList();
    }

    private static List<LocalDate> sessions(List<RawBar> rows) {
        return rows.stream().map(RawBar::session).toList();
    }

    private static double[] cells(RawBar row) {
        return DoubleStream.of(
                        row.open(),
                        row.high(),
                        row.low(),
                        row.close(),
                        row.adjustedClose(),
                        row.volume(),
                        row.dividend(),
                        row.split(),
                        row.capitalGain())
                .toArray();
    }
}
