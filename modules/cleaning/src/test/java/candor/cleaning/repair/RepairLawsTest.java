package candor.cleaning.repair;

import static org.assertj.core.api.Assertions.assertThat;

import candor.store.port.RawBar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for any series, shown on simulated ones: each kind of fault planted into them, and none. */
class RepairLawsTest {

    private static final int CASES = 25;
    private static final int SESSIONS = 700;

    /** Kinds of faults of a provider; each is planted so that the file holds its proof. */
    enum Fault {
        NONE(series -> {}),
        ROW_IN_PENCE(series -> {
            int i = 1 + series.random.nextInt(SESSIONS - 2);
            series.scale(i, i + 1, 100, 1);
        }),
        STRETCH_IN_POUNDS(series -> {
            int i = 1 + series.random.nextInt(SESSIONS - 40);
            series.scale(i, i + 2 + series.random.nextInt(30), 0.01, 1);
        }),
        OLD_ROWS_IN_PENCE(series -> series.scale(0, 50 + series.random.nextInt(400), 100, 1)),
        CELL_IN_PENCE(series -> series.change(
                1 + series.random.nextInt(SESSIONS - 2),
                row -> row.withPrices(row.open(), row.high() * 100, row.low(), row.close()))),
        SWAPPED(series -> series.change(
                1 + series.random.nextInt(SESSIONS - 2),
                row -> row.withPrices(row.open(), row.low(), row.high(), row.close()))),
        COLUMN_IN_PENCE(series -> {
            for (int i : series.exDates()) {
                series.pay(i, series.rows.get(i).dividend() * 100);
            }
        }),
        ADJUSTED_FOR_POUNDS(series -> series.adjust(
                DoubleStream.of(series.cashes()).map(cash -> cash / 100).toArray())),
        ONE_DIVIDEND_WRONG_THROUGHOUT(series -> {
            int i = series.exDates()[4];
            series.pay(i, series.rows.get(i).dividend() / 100);
            series.adjust(series.cashes());
        }),
        ALL_DIVIDENDS_WRONG_THROUGHOUT(series -> {
            for (int i : series.exDates()) {
                series.pay(i, series.rows.get(i).dividend() * 100);
            }
            series.adjust(series.cashes());
        }),
        LAST_DIVIDEND_FORGOTTEN(series -> {
            double[] cash = series.cashes();
            cash[series.exDates()[series.exDates().length - 1]] = 0;
            series.adjust(cash);
        }),
        PHANTOM(series -> {
            int i = series.anyExDate();
            series.pay(i - 3, series.rows.get(i).dividend());
        }),
        OTHER_CURRENCY(series -> series.adjust(
                DoubleStream.of(series.cashes()).map(cash -> cash * 151).toArray())),
        ADJUSTED_CLOSES_INFINITE(series -> {
            for (int i = 0; i < 250; i++) {
                series.change(i, row -> row.withAdjustedClose(Double.NEGATIVE_INFINITY));
            }
        }),
        ADJUSTED_CLOSE_MISSING(series ->
                series.change(1 + series.random.nextInt(SESSIONS - 2), row -> row.withAdjustedClose(Double.NaN))),
        SPLIT_NOT_APPLIED(series -> {
            int i = 100 + series.random.nextInt(500);
            series.split(i, 3);
            series.scale(0, i, 3, 1 / 3.0);
        }),
        SPLIT_APPLIED_TWICE(series -> {
            int i = 100 + series.random.nextInt(500);
            series.split(i, 4);
            series.scale(0, i, 0.25, 4);
        }),
        REVERSE_SPLIT_APPLIED_TO_FEW_ROWS(series -> {
            int i = 100 + series.random.nextInt(500);
            series.split(i, 0.05);
            series.scale(i - 6, i - 2, 0.05, 20);
        });

        // the lambdas hold nothing
        @SuppressWarnings("ImmutableEnumChecker")
        private final Consumer<Series> plant;

        Fault(Consumer<Series> plant) {
            this.plant = plant;
        }

        /** What was planted beside what it stood for: the same series without it, though with its splits. */
        List<RawBar> plantedInto(Series series) {
            plant.accept(series);
            return List.copyOf(series.rows);
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aPlantedFaultIsRepairedAndNothingElseChanges(Fault fault) {
        for (int seed = 0; seed < CASES; seed++) {
            List<RawBar> right = new Series(seed, SESSIONS).rows;
            List<RawBar> given = fault.plantedInto(new Series(seed, SESSIONS));

            RepairResult result = Repairs.of(given, true);

            assertThat(result.doubts()).as("%s, seed %s", fault, seed).isEmpty();
            assertThat(result.log().isEmpty()).as("%s, seed %s", fault, seed).isEqualTo(fault == Fault.NONE);
            for (int i = 0; i < right.size(); i++) {
                assertNear(result.rows().get(i), right.get(i), fault + ", seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void repairingTheRepairedChangesNothingNorDoesTheOrderOfTheRows(Fault fault) {
        for (int seed = 0; seed < CASES / 5; seed++) {
            List<RawBar> given = fault.plantedInto(new Series(seed, SESSIONS));
            List<RawBar> shuffled = new ArrayList<>(given);
            Collections.shuffle(shuffled, new Random(seed));
            RepairResult result = Repairs.of(given, true);

            assertThat(Repairs.of(result.rows(), true).log()).isEmpty();
            assertThat(Repairs.of(shuffled, true)).isEqualTo(result);
        }
    }

    /** Another currency that is worth a power of two as much has the same faults; no digit is lost by the change. */
    @ParameterizedTest
    @EnumSource(Fault.class)
    void theScaleOfThePricesDoesNotMatter(Fault fault) {
        for (int seed = 0; seed < CASES / 5; seed++) {
            List<RawBar> given = fault.plantedInto(new Series(seed, SESSIONS));
            List<RawBar> other = given.stream().map(RepairLawsTest::timesEight).toList();

            assertThat(Repairs.of(other, true).rows())
                    .isEqualTo(Repairs.of(given, true).rows().stream()
                            .map(RepairLawsTest::timesEight)
                            .toList());
        }
    }

    private static RawBar timesEight(RawBar row) {
        return Series.scaled(row, 8).withActions(8 * row.dividend(), row.split(), 8 * row.capitalGain());
    }

    private static void assertNear(RawBar found, RawBar right, String name) {
        String day = name + ", " + right.session();
        for (Column column : Column.values()) {
            assertThat(column.of(found))
                    .as("%s, %s", day, column)
                    .isBetween(0.995 * column.of(right) - 1e-12, 1.005 * column.of(right) + 1e-12);
        }
    }
}
