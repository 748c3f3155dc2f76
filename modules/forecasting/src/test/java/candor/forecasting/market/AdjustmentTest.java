package candor.forecasting.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.fixture.StxFile;
import candor.forecasting.market.CorporateAction.Dividend;
import candor.forecasting.market.CorporateAction.Split;
import candor.forecasting.returns.LogReturns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AdjustmentTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 2);

    @Test
    void agreesWithTheProvidersAdjustedCloseOnEveryReturn() {
        StxFile stx = StxFile.read();
        assertThat(stx.dividends()).hasSize(85);
        double[] ours = Adjustment.of(stx.bars(), stx.dividends()).logReturns();
        double[] theirs = LogReturns.of(stx.history());
        assertThat(ours).hasSize(5879);
        for (int t = 1; t < ours.length; t++) {
            assertThat(ours[t]).as("%s", stx.bars().get(t).session()).isCloseTo(theirs[t], within(1e-6));
        }
    }

    @Test
    void reinvestsTheDividend() {
        Adjustment adjustment = Adjustment.of(bars(100, 99, 101), List.of(new Dividend(FIRST.plusDays(1), 2)));
        assertThat(adjustment.logReturns())
                .containsExactly(Double.NaN, StrictMath.log(99.0 / 98), StrictMath.log(101.0 / 99));
        assertThat(adjustment.adjustedCloses()).containsExactly(98, 99, 101);
    }

    @Test
    void followsTheShareThroughASplitAndADividendOfTheSameSession() {
        Adjustment adjustment = Adjustment.of(
                bars(200, 99), List.of(new Split(FIRST.plusDays(1), 2), new Dividend(FIRST.plusDays(1), 4)));
        assertThat(adjustment.logReturns()[1]).isEqualTo(StrictMath.log(198.0 / 196));
        assertThat(adjustment.adjustedCloses()).containsExactly(98, 99);
    }

    @Test
    void anActionOnAMissingSessionTakesEffectAtTheNextBar() {
        List<Bar> bars = List.of(bar(0, 100), bar(3, 50));
        Adjustment adjustment = Adjustment.of(
                bars,
                List.of(
                        new Split(FIRST.plusDays(1), 2),
                        new Dividend(FIRST.plusDays(2), 1),
                        new Dividend(FIRST.plusDays(3), 1)));
        assertThat(adjustment.logReturns()[1]).isEqualTo(StrictMath.log(100.0 / 98));
    }

    @Test
    void actionsOutsideTheBarsChangeNoReturn() {
        Adjustment adjustment = Adjustment.of(
                bars(100, 101),
                List.of(new Dividend(FIRST, 200), new Split(FIRST.minusDays(9), 3), new Split(FIRST.plusDays(2), 2)));
        assertThat(adjustment.adjustedCloses()).containsExactly(100, 101);
    }

    @Test
    void adjustedClosesGiveTheSameReturnsWhateverHappened() {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 50; trial++) {
            List<Bar> bars = new ArrayList<>();
            List<CorporateAction> actions = new ArrayList<>();
            double close = 50;
            for (int t = 0; t < 300; t++) {
                close *= StrictMath.exp(0.02 * random.nextGaussian());
                bars.add(bar(t, close));
                if (random.nextInt(40) == 0) {
                    actions.add(new Dividend(FIRST.plusDays(t), 0.01 + random.nextDouble()));
                }
                if (random.nextInt(100) == 0) {
                    actions.add(new Split(FIRST.plusDays(t), random.nextBoolean() ? 2 : 0.1));
                }
            }
            Adjustment adjustment = Adjustment.of(bars, actions);
            double[] direct = adjustment.logReturns();
            double[] fromLevels = LogReturns.of(adjustment.toPriceHistory());
            assertThat(adjustment.adjustedCloses()[299]).isEqualTo(close);
            for (int t = 1; t < 300; t++) {
                assertThat(fromLevels[t]).isCloseTo(direct[t], within(1e-13));
            }
        }
    }

    @Test
    void refusesADividendThatIsNotBelowTheCloseBefore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adjustment.of(bars(100, 101), List.of(new Dividend(FIRST.plusDays(1), 100))))
                .withMessageContaining("dividend of 100.0 on 2024-01-03")
                .withMessageContaining("100.0 on 2024-01-02");
    }

    @Test
    void refusesActionsThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dividend(FIRST, 0))
                .withMessage("dividend not a positive number on 2024-01-02: 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Dividend(FIRST, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Split(FIRST, Double.POSITIVE_INFINITY))
                .withMessageContaining("split ratio");
    }

    @Test
    void refusesBarsOutOfOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adjustment.of(List.of(bar(1, 10), bar(0, 10)), List.of()))
                .withMessage("sessions not ascending: 2024-01-02 follows 2024-01-03");
    }

    @Test
    void nothingToAdjust() {
        assertThat(Adjustment.of(List.of(), List.of()).logReturns()).isEmpty();
        assertThat(Adjustment.of(bars(5), List.of()).adjustedCloses()).containsExactly(5);
    }

    private static List<Bar> bars(double... closes) {
        List<Bar> bars = new ArrayList<>();
        for (double close : closes) {
            bars.add(bar(bars.size(), close));
        }
        return bars;
    }

    private static Bar bar(int day, double close) {
        return new Bar(FIRST.plusDays(day), close, close, close, close, 1000);
    }
}
