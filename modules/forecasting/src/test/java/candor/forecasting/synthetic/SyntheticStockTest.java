package candor.forecasting.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.market.Bar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

class SyntheticStockTest {

    private static final NyseCalendar CALENDAR = new NyseCalendar();
    private static final LocalDate TO = LocalDate.of(2026, 10, 30);
    private static final List<List<SyntheticSession>> MANY = many();

    private static List<List<SyntheticSession>> many() {
        List<List<SyntheticSession>> stocks = new ArrayList<>();
        for (long seed = 100; seed < 120; seed++) {
            stocks.add(SyntheticStock.generate(CALENDAR, SyntheticStock.DEFAULT_FROM, TO, seed));
        }
        return stocks;
    }

    private final List<SyntheticSession> demo =
            SyntheticStock.generate(CALENDAR, SyntheticStock.DEFAULT_FROM, TO, SyntheticStock.DEFAULT_SEED);

    @Test
    void hasABarForEverySession() {
        assertThat(demo)
                .extracting(session -> session.bar().session())
                .isEqualTo(CALENDAR.sessions(SyntheticStock.DEFAULT_FROM, TO));
    }

    @Test
    void looksLikeAStock() {
        assertThat(demo).allSatisfy(session -> {
            assertThat(session.bar().low()).isGreaterThan(10);
            assertThat(session.bar().high()).isLessThan(1000);
            assertThat(session.trueStandardDeviation()).isBetween(0.005, 0.08);
            assertThat(session.bar().volume()).isBetween(2e5, 2e8);
        });
        double meanSquare = 0;
        for (double r : returns(demo)) {
            meanSquare += r * r / (demo.size() - 1);
        }
        assertThat(Math.sqrt(252 * meanSquare)).isBetween(0.25, 0.45);
    }

    @Test
    void quotesWholeCentsAndShares() {
        for (SyntheticSession session : demo) {
            Bar bar = session.bar();
            for (double price : new double[] {bar.open(), bar.high(), bar.low(), bar.close()}) {
                assertThat(Math.rint(price * 100) / 100).isEqualTo(price);
            }
            assertThat(Math.rint(bar.volume())).isEqualTo(bar.volume());
        }
    }

    @Test
    void isTheSameOnEveryMachine() {
        SyntheticSession first = demo.getFirst();
        SyntheticSession last = demo.getLast();
        assertThat(first.bar()).isEqualTo(new Bar(LocalDate.of(2014, 1, 2), 59.18, 61.42, 59.08, 61.04, 4930323));
        assertThat(first.trueStandardDeviation()).isEqualTo(0.018026819862914968);
        assertThat(last.bar()).isEqualTo(new Bar(TO, 113.47, 114.69, 113.02, 114.48, 4389715));
        assertThat(last.trueStandardDeviation()).isEqualTo(0.012409577876129098);
    }

    @Test
    void moreSessionsLeaveThoseBeforeAsTheyWere() {
        for (int size : new int[] {1, 2, 60, 1400, 1401, 2000}) {
            LocalDate to = demo.get(size - 1).bar().session();
            List<SyntheticSession> shorter =
                    SyntheticStock.generate(CALENDAR, SyntheticStock.DEFAULT_FROM, to, SyntheticStock.DEFAULT_SEED);
            assertThat(shorter).hasSize(size);
            for (int t = 0; t < size; t++) {
                assertThat(unrevised(shorter.get(t))).isEqualTo(unrevised(demo.get(t)));
            }
            assertThat(shorter.getLast().adjustedClose())
                    .isEqualTo(shorter.getLast().bar().close());
        }
    }

    private static SyntheticSession unrevised(SyntheticSession session) {
        return new SyntheticSession(
                session.bar(), session.dividend(), session.splitRatio(), 0, session.trueStandardDeviation());
    }

    @Test
    void isSplitOnceAndThePriceHalves() {
        for (List<SyntheticSession> stock : MANY) {
            for (int t = 0; t < stock.size(); t++) {
                assertThat(stock.get(t).splitRatio()).isEqualTo(t == SyntheticStock.SPLIT_AFTER ? 2 : 1);
            }
            SyntheticSession split = stock.get(SyntheticStock.SPLIT_AFTER);
            double ratio = split.bar().close()
                    / stock.get(SyntheticStock.SPLIT_AFTER - 1).bar().close();
            assertThat(StrictMath.log(2 * ratio)).isCloseTo(0, within(6 * split.trueStandardDeviation()));
        }
    }

    @Test
    void paysEveryQuarterAndThePriceDropsByIt() {
        double logDrop = 0;
        int count = 0;
        for (List<SyntheticSession> stock : MANY) {
            for (int t = 1; t < stock.size(); t++) {
                SyntheticSession session = stock.get(t);
                if (session.dividend() > 0) {
                    double before = stock.get(t - 1).bar().close();
                    assertThat(session.dividend()).isCloseTo(0.005 * before, within(0.0051));
                    logDrop += StrictMath.log(session.bar().open() / before);
                    count++;
                }
            }
        }
        assertThat(count).isEqualTo(20 * 51);
        assertThat(logDrop / count).isCloseTo(StrictMath.log(0.995), within(0.0015));
    }

    @Test
    void goesExOnTheFirstSessionFromTheFifteenthOn() {
        assertThat(demo.stream()
                        .filter(session -> session.dividend() > 0)
                        .limit(4)
                        .map(session -> session.bar().session()))
                .containsExactly(
                        LocalDate.of(2014, 3, 17),
                        LocalDate.of(2014, 6, 16),
                        LocalDate.of(2014, 9, 15),
                        LocalDate.of(2014, 12, 15));
    }

    @Test
    void theTrueVarianceIsThatOfTheReturns() {
        double square = 0;
        double mean = 0;
        int count = 0;
        for (List<SyntheticSession> stock : MANY) {
            double[] r = returns(stock);
            for (int t = 1; t < stock.size(); t++) {
                double standardised =
                        (r[t - 1] - TradingDay.DRIFT) / stock.get(t).trueStandardDeviation();
                square += standardised * standardised;
                mean += standardised;
                count++;
            }
        }
        assertThat(square / count).isCloseTo(1, within(0.04));
        assertThat(mean / count).isCloseTo(0, within(0.02));
    }

    @Test
    void afterAFallVolatilityRises() {
        assertThat(averageCorrelation(stock -> {
                    double[] change = new double[stock.size() - 2];
                    for (int t = 0; t < change.length; t++) {
                        change[t] = stock.get(t + 2).trueStandardDeviation()
                                / stock.get(t + 1).trueStandardDeviation();
                    }
                    double[] r = returns(stock);
                    return correlation(Arrays.copyOf(r, change.length), change);
                }))
                .isLessThan(-0.3);
    }

    @Test
    void volumeFollowsVolatility() {
        assertThat(averageCorrelation(stock -> correlation(
                        stock.stream()
                                .limit(SyntheticStock.SPLIT_AFTER)
                                .mapToDouble(
                                        session -> StrictMath.log(session.bar().volume()))
                                .toArray(),
                        stock.stream()
                                .limit(SyntheticStock.SPLIT_AFTER)
                                .mapToDouble(SyntheticSession::trueStandardDeviation)
                                .toArray())))
                .isGreaterThan(0.3);
    }

    @Test
    void aShortOrEmptyRangeIsNoFault() {
        LocalDate saturday = LocalDate.of(2024, 6, 15);
        assertThat(SyntheticStock.generate(CALENDAR, saturday, saturday.plusDays(1), 5))
                .isEmpty();
        assertThat(SyntheticStock.generate(CALENDAR, saturday, saturday.plusDays(2), 5))
                .hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SyntheticStock.generate(CALENDAR, saturday, LocalDate.of(2031, 1, 2), 5))
                .withMessageContaining("2031-01-02");
    }

    private static double averageCorrelation(ToDoubleFunction<List<SyntheticSession>> correlation) {
        return MANY.stream().mapToDouble(correlation).average().orElseThrow();
    }

    private static double correlation(double[] x, double[] y) {
        return new PearsonsCorrelation().correlation(x, y);
    }

    /** Log returns of the sessions after the first. */
    private static double[] returns(List<SyntheticSession> stock) {
        double[] r = new double[stock.size() - 1];
        for (int t = 1; t < stock.size(); t++) {
            r[t - 1] = StrictMath.log(
                    stock.get(t).adjustedClose() / stock.get(t - 1).adjustedClose());
        }
        return r;
    }
}
