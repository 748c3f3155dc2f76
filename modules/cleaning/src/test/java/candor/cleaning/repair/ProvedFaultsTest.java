package candor.cleaning.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import candor.store.port.RawBar;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Recorded kinds of faults on synthetic series: the right value comes back, and no other cell changes. */
class ProvedFaultsTest {

    private static final int SESSIONS = 400;

    private final Series series = new Series(11, SESSIONS);
    private final List<RawBar> right = List.copyOf(series.rows);

    private RepairResult assertRepaired() {
        RepairResult result = Repairs.of(series.rows, true);
        for (int i = 0; i < right.size(); i++) {
            for (Column column : Column.values()) {
                assertThat(column.of(result.rows().get(i)))
                        .as("%s, %s", right.get(i).session(), column)
                        .isBetween(0.995 * column.of(right.get(i)) - 1e-12, 1.005 * column.of(right.get(i)) + 1e-12);
            }
        }
        return result;
    }

    @Test
    void aDividendThatAdjustedClosesAccountForIsListed() {
        series.pay(series.exDates()[3], 0);
        assertThat(assertRepaired().log())
                .hasSize(1)
                .allSatisfy(entry -> assertThat(entry.rule()).isEqualTo(Unlisted.RULE));
    }

    @Test
    void aDividendListedDaysLateIsPutOnTheDayOfTheAdjustedClosesAndTheFall() {
        int day = series.exDates()[3];
        series.pay(day, 0.1 * series.rows.get(day - 1).close());
        series.scale(day, SESSIONS, 0.9, 1);
        series.adjust(series.cashes());
        double cash = series.rows.get(day).dividend();
        series.pay(day, 0);
        series.pay(day + 2, cash);

        RepairResult result = Repairs.of(series.rows, true);

        assertThat(result.rows().get(day).dividend()).isEqualTo(cash);
        assertThat(result.rows().get(day + 2).dividend()).isZero();
        assertThat(result.log())
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.rule()).isEqualTo(Unlisted.DAY));
    }

    @Test
    void aDividendLostWithItsRowIsListedOnTheNextWhereAnotherIsOfThatAmount() {
        int[] days = series.exDates();
        for (int day : days) {
            series.pay(day, 0.6);
        }
        series.adjust(series.cashes());
        series.rows.remove(days[2]);

        RepairResult result = Repairs.of(series.rows, true);

        assertThat(result.rows().get(days[2]).dividend()).isCloseTo(0.6, within(1e-6));
        assertThat(Repairs.of(result.rows(), true).log()).isEmpty();
    }

    @Test
    void twiceTheAmountThatAPayerKeepsIsWrongInTheColumn() {
        int[] days = series.exDates();
        for (int day : days) {
            series.pay(day, 0.02 * series.rows.getFirst().close());
        }
        series.adjust(series.cashes());
        double cash = series.rows.get(days[3]).dividend();
        series.pay(days[3], 2 * cash);

        RepairResult result = Repairs.of(series.rows, true);

        assertThat(result.rows().get(days[3]).dividend()).isEqualTo(cash);
        assertThat(result.log()).hasSize(1);
    }

    @Test
    void aDividendOutOfTurnThatAdjustedClosesDoNotKnowWasNeverPaid() {
        int[] days = series.exDates();
        series.pay((days[2] + days[3]) / 2, series.rows.get(days[2]).dividend());
        assertThat(assertRepaired().log())
                .hasSize(1)
                .allSatisfy(entry -> assertThat(entry.rule()).isEqualTo(Forgotten.NEVER));
    }

    @Test
    void adjustedClosesInPoundsForDividendsInPenceAreMadeAgain() {
        double[] cash = series.cashes();
        for (int day : series.exDates()) {
            cash[day] /= 100;
        }
        series.adjust(cash);
        assertRepaired();
    }

    @Test
    void aFifthOfThePriceThatNoPriceFallsByIsInHundredths() {
        // one dividend in the file, 0.21723 beside a close of 0.975 that went on at 0.972
        for (int day : series.exDates()) {
            series.pay(day, 0);
        }
        double before = series.rows.get(199).close();
        series.pay(200, 0.0022 * before);
        series.adjust(series.cashes());
        List<RawBar> wanted = List.copyOf(series.rows);
        series.pay(200, 0.22 * before);
        series.adjust(series.cashes());

        RepairResult result = Repairs.of(series.rows, true);

        assertThat(result.rows().get(200).dividend())
                .isBetween(
                        0.999 * wanted.get(200).dividend(),
                        1.001 * wanted.get(200).dividend());
        assertThat(result.rows().getFirst().adjustedClose())
                .isBetween(
                        0.999 * wanted.getFirst().adjustedClose(),
                        1.001 * wanted.getFirst().adjustedClose());
    }

    @Test
    void rowsOfAMixedFileGetTheUnitInWhichSharesChangedHands() {
        double[] closes = IntStream.range(0, 23)
                .mapToDouble(i -> i < 4 || i >= 13 ? 0.1455 : 14.55)
                .toArray();
        List<RawBar> given = flat(closes, 12);

        RepairResult result = Repairs.of(given, true);

        assertThat(result.rows()).allSatisfy(row -> assertThat(row.close()).isBetween(14.5499, 14.5501));
        assertThat(result.doubts()).isEmpty();
    }

    @Test
    void aReverseSplitInAShortFileIsAppliedDaysLate() {
        // prices of before the split of one for ten are right ten times lower from a week later on
        double[] before = {57.3, 53.9, 52.9, 51.7, 51.9, 51.6, 51, 48.9, 45, 38.4, 39.4, 37.3, 38.3, 43};
        double[] after = {2.23, 2.22, 1.74, 1.6, 1.25, 1.8, 3.05, 3.26};
        double[] closes = IntStream.range(0, 22)
                .mapToDouble(i -> i < 14 ? before[i] : after[i - 14])
                .toArray();
        List<RawBar> given = IntStream.range(0, 22)
                .mapToObj(i -> flat(closes, -1)
                        .get(i)
                        .withVolume(i < 14 ? 3e5 + 1000 * i : 8e6)
                        .withActions(0, i == 9 ? 0.1 : 0, 0))
                .toList();

        RepairResult result = Repairs.of(given, true);

        assertThat(result.rows().get(13).close()).isBetween(4.2999, 4.3001);
        assertThat(result.rows().getFirst().close()).isBetween(5.7299, 5.7301);
        assertThat(result.rows().get(14).close()).isEqualTo(2.23);
    }

    /** Rows with one price each, on which nobody trades but on one. */
    private static List<RawBar> flat(double[] closes, int traded) {
        return IntStream.range(0, closes.length)
                .mapToObj(i -> new RawBar(
                        i + 2,
                        LocalDate.of(2022, 5, 2).plusDays(i),
                        closes[i],
                        closes[i],
                        closes[i],
                        closes[i],
                        closes[i],
                        i == traded ? 500 : 0,
                        0,
                        0,
                        0))
                .toList();
    }
}
