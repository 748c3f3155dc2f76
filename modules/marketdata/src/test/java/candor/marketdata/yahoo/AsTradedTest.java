package candor.marketdata.yahoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.forecasting.fixture.SharedFiles;
import candor.store.failure.InputRefused;
import candor.store.port.RawBar;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AsTradedTest {

    private static final int[][] RATIOS = {{2, 1}, {3, 1}, {3, 2}, {4, 1}, {7, 1}, {10, 1}, {1, 8}, {1, 10}};
    /** Shares of which the splits here leave whole ones. */
    private static final double WHOLE_LOTS = 4096 * 625;

    private static final LocalDate FIRST = LocalDate.of(2010, 1, 4);

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    /** Cents to a thousand dollars, dividends of cents, up to four splits: the doubles of before come back. */
    @ParameterizedTest
    @MethodSource("seeds")
    void wholeCentsComeBackExactly(int seed) {
        Case random = Case.of(seed, 2, 100_000);

        assertThat(AsTraded.of(random.stated())).isEqualTo(random.traded());
    }

    /** Ten-thousandths of a dollar, as funds and prices within the spread have: to 400 dollars, splits below 100. */
    @ParameterizedTest
    @MethodSource("seeds")
    void tenThousandthsComeBackExactlyToFourHundredDollars(int seed) {
        Case random = Case.of(seed, 4, 4_000_000);
        if (random.ratio().compareTo(BigDecimal.valueOf(100)) < 0) {
            assertThat(AsTraded.of(random.stated())).isEqualTo(random.traded());
        }
    }

    /** Where single precision holds less than the price has, what comes back is as near as it allows. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aboveThatTheyComeBackWithinSinglePrecision(int seed) {
        Case random = Case.of(seed, 4, 10_000_000);
        double lost = 1.01e-6 * random.ratio().doubleValue();
        List<RawBar> restored = AsTraded.of(random.stated());

        for (int i = 0; i < restored.size(); i++) {
            double traded = random.traded().get(i).close();
            assertThat(Math.abs(restored.get(i).close() - traded)).isLessThanOrEqualTo(lost + 2.5e-7 * traded);
        }
    }

    /** What was as traded yesterday is so tomorrow, when there is one more split. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aLaterSplitChangesNothing(int seed) {
        Case random = Case.of(seed, 2, 100_000);
        int[] later = RATIOS[seed % RATIOS.length];
        List<RawBar> longer = new ArrayList<>(random.traded());
        LocalDate next = longer.getLast().session().plusDays(1);
        longer.add(bar(next, 1234, 2, 500).withActions(0, (double) later[0] / later[1], 0));

        List<RawBar> after = AsTraded.of(Case.stated(longer));

        assertThat(after.subList(0, random.traded().size())).isEqualTo(AsTraded.of(random.stated()));
    }

    /**
     * Yahoo's figures of Apple's first day, in shares of 224 for one: it closed at 28 3/4 and went to 28 7/8. Of the dividend
     * of 12 cents in 1987 six decimals say .000536.
     */
    @Test
    void theSixDecimalsOfManySplitsStillTellThePrice() {
        RawBar first = new RawBar(
                1, LocalDate.of(1980, 12, 12), 0.128348, 0.128906, 0.128348, 0.128348, 0.1, 469_033_600, 0, 0, 0);
        RawBar dividend = bar(LocalDate.of(1987, 5, 11), 34, 2, 0).withActions(0.000536, 0, 0);
        List<RawBar> bars = List.of(
                first,
                dividend,
                bar(LocalDate.of(1987, 6, 16), 41, 2, 1).withActions(0, 2, 0),
                bar(LocalDate.of(2000, 6, 21), 99, 2, 1).withActions(0, 2, 0),
                bar(LocalDate.of(2005, 2, 28), 160, 2, 1).withActions(0, 2, 0),
                bar(LocalDate.of(2014, 6, 9), 2343, 2, 1).withActions(0, 7, 0),
                bar(LocalDate.of(2020, 8, 31), 12904, 2, 1).withActions(0, 4, 0));

        List<RawBar> restored = AsTraded.of(bars);

        assertThat(restored.getFirst())
                .isEqualTo(new RawBar(
                        1, LocalDate.of(1980, 12, 12), 28.75, 28.875, 28.75, 28.75, 0.1, 2_093_900, 0, 0, 0));
        assertThat(restored.get(1).dividend()).isEqualTo(0.12);
    }

    @ParameterizedTest(name = "{0} after a split of {1} was {2}")
    @CsvSource({"142.85571, 7, 999.99", "333.32666, 3, 999.98", "0.36333334, 3, 1.09", "0.0000003, 2, 0.000001"})
    void priceOfTheFewestDecimals(double stated, double split, double traded) {
        List<RawBar> bars = List.of(
                bar(FIRST, 1, 0, 10).withPrices(stated, stated, stated, stated),
                bar(FIRST.plusDays(1), 1, 0, 10).withActions(0, split, 0));

        assertThat(AsTraded.of(bars).getFirst().close()).isEqualTo(traded);
    }

    @Test
    void whatIsNotThereStaysSo() {
        double none = Double.NaN;
        List<RawBar> bars = List.of(
                new RawBar(1, FIRST, none, none, none, none, none, none, 0, 0, 0),
                bar(FIRST.plusDays(1), 1000, 2, 10).withActions(0, 3, 0));

        assertThat(AsTraded.of(bars)).isEqualTo(bars);
        assertThat(AsTraded.of(List.of())).isEmpty();
    }

    /** Numbers grow with each split; without a bound a few thousand of them would be computed with for hours. */
    @Test
    void splitsWithoutMeasureAreRefused() {
        for (double split : new double[] {1.0 / 3, 1e6}) {
            List<RawBar> bars = IntStream.range(0, 60_000)
                    .mapToObj(
                            i -> bar(FIRST.minusDays(60_000L - i), 1000, 2, 10).withActions(0, split, 0))
                    .toList();
            assertThatThrownBy(() -> AsTraded.of(bars))
                    .isInstanceOf(InputRefused.class)
                    .hasMessageStartingWith("yahoo answers with splits that multiply to ");
        }
    }

    /** Since April 2001 US prices are whole cents; Apple's, in shares of 28 for one of then, come back as such. */
    @Test
    void applesPricesFromDecimalsOnAreWholeCents() throws IOException {
        Map<String, Double> splits = Map.of("2000-06-21", 2.0, "2005-02-28", 2.0, "2014-06-09", 7.0, "2020-08-31", 4.0);
        List<RawBar> bars = new ArrayList<>();
        for (String line : Files.readAllLines(SharedFiles.require("data/panel-2000-2024/AAPL.csv"))) {
            String[] cells = line.split(",", -1);
            if (!cells[0].equals("Date")) {
                double[] values = DoubleStream.concat(
                                DoubleStream.of(0),
                                IntStream.range(1, 7).mapToDouble(i -> Double.parseDouble(cells[i])))
                        .toArray();
                bars.add(new RawBar(
                        1,
                        LocalDate.parse(cells[0]),
                        values[1],
                        values[2],
                        values[3],
                        values[4],
                        values[5],
                        values[6],
                        0,
                        splits.getOrDefault(cells[0], 0.0),
                        0));
            }
        }

        List<Double> prices = AsTraded.of(bars).stream()
                .filter(bar -> bar.session().isAfter(LocalDate.of(2001, 4, 9))
                        && bar.session().isBefore(LocalDate.of(2020, 8, 31)))
                .flatMap(bar -> Stream.of(bar.open(), bar.high(), bar.low(), bar.close()))
                .toList();

        assertThat(prices)
                .hasSize(19_512)
                .allSatisfy(price -> assertThat(
                                BigDecimal.valueOf(price).stripTrailingZeros().scale())
                        .isLessThanOrEqualTo(2));
    }

    private static RawBar bar(LocalDate session, long units, int decimals, double volume) {
        double price = BigDecimal.valueOf(units, decimals).doubleValue();
        return new RawBar(1, session, price, price, price, price, Double.NaN, volume, 0, 0, 0);
    }

    /** Bars as they traded, and as Yahoo states them after all their splits. */
    private record Case(List<RawBar> traded, List<RawBar> stated, BigDecimal ratio) {

        static Case of(int seed, int decimals, int units) {
            SplittableRandom random = new SplittableRandom(seed);
            List<RawBar> traded = new ArrayList<>();
            BigDecimal ratio = BigDecimal.ONE;
            for (int i = 0; i < 60; i++) {
                RawBar bar =
                        bar(FIRST.plusDays(i), 1 + random.nextInt(units), decimals, WHOLE_LOTS * random.nextInt(1000));
                double dividend = random.nextInt(10) == 0 ? (1 + random.nextInt(300)) / 100.0 : 0;
                int[] split = RATIOS[random.nextInt(RATIOS.length)];
                boolean isSplit = i % 15 == 14 && random.nextBoolean();
                traded.add(bar.withActions(dividend, isSplit ? (double) split[0] / split[1] : 0, 0));
                if (isSplit) {
                    ratio = ratio.multiply(BigDecimal.valueOf(split[0]))
                            .divide(BigDecimal.valueOf(split[1]), 20, RoundingMode.HALF_EVEN);
                }
            }
            return new Case(traded, stated(traded), ratio);
        }

        static List<RawBar> stated(List<RawBar> traded) {
            List<RawBar> stated = new ArrayList<>(traded);
            double ratio = 1;
            for (int i = traded.size() - 1; i >= 0; i--) {
                RawBar bar = traded.get(i);
                double close = price(bar.close(), ratio);
                stated.set(
                        i,
                        bar.withPrices(close, close, close, close)
                                .withVolume(Math.rint(bar.volume() * ratio))
                                .withActions(price(bar.dividend(), ratio), bar.split(), 0));
                ratio = bar.split() > 0 ? ratio * bar.split() : ratio;
            }
            return stated;
        }

        private static double price(double traded, double ratio) {
            return ratio == 1 ? traded : ChartJson.quoted((float) (traded / ratio));
        }
    }
}
