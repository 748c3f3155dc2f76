package candor.cleaning.repair;

import static org.assertj.core.api.Assertions.assertThat;

import candor.store.port.RawBar;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like a fault and is none, or is one that the file does not prove: no cell may change. */
class NearMissesTest {

    private static final int SESSIONS = 400;
    private final Series series = new Series(7, SESSIONS);

    private void assertUntouched() {
        assertThat(Repairs.of(series.rows, true).log()).isEmpty();
    }

    /** Prices and dividends from there on at another level, adjusted closes with them: a move of the market. */
    private void move(int index, double factor) {
        series.scale(index, SESSIONS, factor, 1);
        for (int i : series.exDates()) {
            series.pay(i, series.rows.get(i).dividend() * (i < index ? 1 : factor));
        }
        series.adjust(series.cashes());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.1, 0.281, 0.5, 0.72, 1.25, 2, 3, 4.5, 10, 30, 300})
    void aMoveThatStaysIsNoUnit(double factor) {
        move(200, factor);
        assertUntouched();
    }

    @Test
    void aFallByHalfThatRecoversIsNoSplitWhereNoneIsNear() {
        series.split(50, 2);
        move(200, 0.5);
        move(230, 2);
        assertUntouched();
    }

    @Test
    void aFallByHalfLongAfterASplitIsNoForgottenSplit() {
        // Apple fell by 52 % on 2000-09-29, a hundred days after its split of two for one
        series.split(100, 2);
        move(200, 0.5);
        assertUntouched();
    }

    @Test
    void aFallByHalfDaysAfterASplitIsNoForgottenSplitWhereVolumesStay() {
        series.split(200, 2);
        move(204, 0.5);
        assertUntouched();
    }

    @Test
    void aFiveFoldRiseMonthsAfterASplitIsNotTheOtherEndOfRowsThatItWasNotAppliedTo() {
        series.split(150, 5);
        move(300, 4.8);
        series.scale(0, 150, 5, 0.2);

        assertThat(Repairs.of(series.rows, true).log())
                .filteredOn(entry -> entry.rule().equals(Splits.RULE))
                .allSatisfy(entry -> assertThat(entry.session())
                        .isBefore(series.rows.get(150).session()));
    }

    @Test
    void aDividendOfTheDayOfASplitIsOfTheNewShares() {
        int day = series.exDates()[2];
        series.split(day, 0.02);
        List<RawBar> asTraded = IntStream.range(0, SESSIONS)
                .mapToObj(i -> i < day ? Series.scaled(series.rows.get(i), 0.02) : series.rows.get(i))
                .map(row -> row.withAdjustedClose(Double.NaN))
                .toList();

        assertThat(Repairs.of(asTraded, false).log()).isEmpty();
    }

    @Test
    void aPayerThatPaysASpecialOneBesideEachRegularOneMayPayTheSameTwice() {
        int[] days = series.exDates();
        for (int k = 0; k < days.length; k++) {
            double regular = series.rows.get(days[k]).dividend();
            series.pay(days[k] + 4, k == 3 ? regular : 1.3 * regular);
        }
        series.adjust(series.cashes());

        RepairResult result = Repairs.of(series.rows, true);

        assertThat(result.log()).isEmpty();
        assertThat(result.doubts()).anySatisfy(doubt -> assertThat(doubt.rule()).isEqualTo(Phantoms.RULE));
    }

    @Test
    void aTokenInTurnOfAPayerThatKeepsItsRateIsNoHundredthOfIt() {
        int[] days = series.exDates();
        for (int day : days) {
            series.pay(day, 0.6);
        }
        series.pay(days[3], 0.005);
        series.adjust(series.cashes());
        assertUntouched();
    }

    @Test
    void adjustedClosesThatAreRoundedCoarselyAreNoOtherAmounts() {
        for (int i = 0; i < SESSIONS; i++) {
            series.change(i, row -> row.withAdjustedClose(Math.rint(row.adjustedClose())));
        }
        assertUntouched();
    }

    @Test
    void aSplitThatPricesAreAdjustedForIsLeft() {
        series.split(200, 20);
        assertUntouched();
    }

    @Test
    void aSpecialDividendThatThePriceFallsByIsReal() {
        int day = 200;
        double cash = 0.45 * series.rows.get(day - 1).close();
        series.scale(day, SESSIONS, 0.55, 1);
        for (int i : series.exDates()) {
            series.pay(
                    i,
                    i >= day
                            ? series.rows.get(i).dividend() * 0.55
                            : series.rows.get(i).dividend());
        }
        series.pay(day, cash);
        series.adjust(series.cashes());
        assertUntouched();
    }

    @Test
    void aSmallExtraDividendBesideTheRegularOnesIsReal() {
        // one cent for the redemption of rights, as many companies paid in the 1990s
        series.pay(200, 0.01);
        series.adjust(series.cashes());
        assertUntouched();
    }

    @Test
    void theLittleThatAFundHasLeftBesideItsIncomeIsReal() {
        // a US fund paid 0.792, 0.009, 0.759, 0.002 and 0.758: a hundredfold of the small ones would fit the others
        int[] days = series.exDates();
        for (int k = 0; k < days.length; k++) {
            series.pay(days[k], k % 2 == 0 ? series.rows.get(days[k]).dividend() : 0.009);
        }
        series.adjust(series.cashes());
        assertUntouched();
    }

    @Test
    void ofTwoDividendsAHundredTimesApartNoneIsWrong() {
        int[] days = series.exDates();
        for (int k = 0; k < days.length; k++) {
            series.pay(days[k], k == 1 ? 0.9 : k == 2 ? 0.009 : 0);
        }
        series.adjust(series.cashes());
        assertUntouched();
    }

    @Test
    void weeklyDividendsOfOneAmountAreNoPhantoms() {
        for (int i = 20; i < SESSIONS; i += 5) {
            series.pay(i, 0.1);
        }
        series.adjust(series.cashes());
        assertUntouched();
    }

    @Test
    void aHighBelowTheCloseIsNotSwapped() {
        series.change(200, row -> row.withPrices(row.open(), row.close() * 0.99, row.low() * 0.9, row.close()));
        assertUntouched();
    }

    @Test
    void anOpenOfZeroIsNotInvented() {
        series.change(200, row -> row.withPrices(0, row.high(), row.low(), row.close()));
        assertUntouched();
    }

    @Test
    void aLevelThatNobodyTradedAtIsSetAside() {
        series.scale(200, 203, 0.01, 0);

        RepairResult result = Repairs.of(series.rows, true);

        assertThat(result.log()).isEmpty();
        assertThat(result.doubts())
                .extracting(Doubt::session, Doubt::then)
                .containsExactlyElementsOf(series.rows.subList(200, 203).stream()
                        .map(row -> org.assertj.core.groups.Tuple.tuple(row.session(), Doubt.Consequence.SET_ASIDE))
                        .toList());
    }

    @Test
    void aDividendAboveThePriceThatNoUnitExplainsStopsTheRun() {
        series.pay(200, series.rows.get(199).close() * 60);
        series.adjust(series.cashes());

        RepairResult result = Repairs.of(series.rows, true);

        assertThat(result.log()).isEmpty();
        assertThat(result.doubts()).extracting(Doubt::then).containsExactly(Doubt.Consequence.STOP);
    }

    @Test
    void aDividendOfClosesAsTradedIsRepairedByPriceAndNeighbours() {
        int day = series.exDates()[2];
        double cash = series.rows.get(day).dividend();
        series.pay(day, cash / 100);
        List<RawBar> asTraded = series.rows.stream()
                .map(row -> row.withAdjustedClose(Double.NaN))
                .toList();

        RepairResult result = Repairs.of(asTraded, false);

        assertThat(result.log())
                .hasSize(1)
                .allSatisfy(entry -> assertThat(entry.rule()).isEqualTo(Agreed.RULE));
        assertThat(result.rows().get(day).dividend()).isBetween(0.9999 * cash, 1.0001 * cash);
    }
}
