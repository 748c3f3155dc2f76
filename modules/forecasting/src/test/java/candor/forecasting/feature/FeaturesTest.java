package candor.forecasting.feature;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.fixture.Broken;
import candor.forecasting.fixture.SharedFiles;
import candor.forecasting.fixture.StxFile;
import candor.forecasting.market.Bar;
import candor.forecasting.market.PriceHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FeaturesTest {

    @Test
    void equalTheReference() throws IOException {
        List<String> lines = Files.readAllLines(SharedFiles.require("reference/features-STX.csv"));
        PriceHistory history = StxFile.read().history();
        FeatureTable table = Features.of(history);
        assertThat("date," + String.join(",", Features.NAMES)).isEqualTo(lines.getFirst());
        assertThat(lines).hasSize(601);
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",", -1));
            int row = history.indexOf(LocalDate.parse(cells.getFirst()));
            assertThat(table.complete(row)).isTrue();
            for (int column = 0; column < Features.NAMES.size(); column++) {
                double expected = Double.parseDouble(cells.get(column + 1));
                double error = Math.abs(table.value(row, column) - expected);
                assertThat(error <= 1e-10 || error <= 1e-8 * Math.abs(expected))
                        .as(
                                "%s %s: %s, reference %s",
                                cells.getFirst(), Features.NAMES.get(column), table.value(row, column), expected)
                        .isTrue();
            }
        }
    }

    @Test
    void doNotDependOnLaterBars() {
        for (int seed = 0; seed < 5; seed++) {
            PriceHistory history = randomHistory(seed, 600, 1);
            FeatureTable whole = Features.of(history);
            for (int origin : new int[] {0, 1, 13, 14, 21, 63, 199, 251, 252, 400, 598}) {
                assertSameRows(Features.of(history.visibleAt(origin)), whole, Set.of());
            }
        }
    }

    @Test
    void doNotDependOnTheUnitOfPrices() {
        for (int seed = 0; seed < 5; seed++) {
            FeatureTable table = Features.of(randomHistory(seed, 400, 1));
            assertSameRows(Features.of(randomHistory(seed, 400, 0x1p-7)), table, Features.WITH_UNIT);
            assertSameRows(Features.of(randomHistory(seed, 400, 0x1p12)), table, Features.WITH_UNIT);
        }
    }

    @Test
    void thoseWithAUnitScaleWithIt() {
        FeatureTable table = Features.of(randomHistory(3, 100, 1));
        FeatureTable scaled = Features.of(randomHistory(3, 100, 8));
        int range = Features.NAMES.indexOf("atr14");
        int illiquidity = Features.NAMES.indexOf("amihud21");
        assertThat(scaled.value(99, range)).isEqualTo(8 * table.value(99, range));
        assertThat(scaled.value(99, illiquidity)).isEqualTo(table.value(99, illiquidity) / 8);
    }

    @Test
    void aRowIsCompleteOnceAYearIsVisible() {
        FeatureTable table = Features.of(randomHistory(1, 300, 1));
        assertThat(table.complete(251)).isFalse();
        for (int row = 252; row < 300; row++) {
            assertThat(table.complete(row)).isTrue();
        }
    }

    @Test
    void aFrozenPriceIsNotTakenForANumber() {
        List<Bar> bars = new ArrayList<>();
        for (int t = 0; t < 300; t++) {
            bars.add(new Bar(LocalDate.of(2020, 1, 1).plusDays(t), 0.1, 0.1, 0.1, 0.1, 0));
        }
        FeatureTable table = Features.of(
                PriceHistory.of(bars, bars.stream().mapToDouble(Bar::close).toArray()));
        for (String name : List.of("rsi14", "bb_pctb20")) {
            assertThat(table.value(299, table.names().indexOf(name))).as(name).isNaN();
        }
        for (String name : List.of("ret_std63", "close_sma200", "bb_width20", "yang_zhang21", "mom_12_1")) {
            assertThat(table.value(299, table.names().indexOf(name))).as(name).isZero();
        }
    }

    @Test
    void withoutVolumesThoseOfVolumeAreLeftOutAndTheOthersStay() {
        PriceHistory history = randomHistory(2, 400, 1);
        List<Bar> silent = new ArrayList<>();
        double[] adjusted = new double[history.size()];
        for (int t = 0; t < adjusted.length; t++) {
            silent.add(
                    new Bar(history.session(t), history.open(t), history.high(t), history.low(t), history.close(t), 0));
            adjusted[t] = history.adjustedClose(t);
        }
        FeatureTable whole = Features.of(history);
        FeatureTable table = Features.of(PriceHistory.of(silent, adjusted));
        assertThat(table.names()).hasSize(36).doesNotContainAnyElementsOf(Features.OF_VOLUME);
        for (int column = 0; column < table.names().size(); column++) {
            int same = whole.names().indexOf(table.names().get(column));
            for (int row = 0; row < table.size(); row++) {
                assertThat(table.value(row, column)).isEqualTo((Double) whole.value(row, same));
            }
        }
        assertThat(table.complete(252)).isTrue();
    }

    @Test
    void afterABreakAllStartAnewAsIfHistoryBeganThere() {
        PriceHistory broken = Broken.stock(700, 4, 300, 6, 0.37);
        FeatureTable table = Features.of(broken);
        List<Bar> bars = new ArrayList<>();
        for (int t = 300; t < 700; t++) {
            bars.add(new Bar(
                    broken.session(t),
                    broken.open(t),
                    broken.high(t),
                    broken.low(t),
                    broken.close(t),
                    broken.volume(t)));
        }
        FeatureTable alone = Features.of(
                PriceHistory.of(bars, bars.stream().mapToDouble(Bar::close).toArray()));
        for (int column = 0; column < table.names().size(); column++) {
            for (int row = 0; row < 400; row++) {
                assertThat(table.value(300 + row, column))
                        .as("%s at %s", table.names().get(column), row)
                        .isEqualTo((Double) alone.value(row, column));
            }
        }
        assertThat(table.complete(299)).isTrue();
        assertThat(table.complete(551)).isFalse();
        assertThat(table.complete(552)).isTrue();
    }

    @Test
    void eachIsDefinedOnce() {
        assertThat(Features.NAMES).hasSize(38).doesNotHaveDuplicates();
        assertThat(Features.DEFINITIONS).extracting(FeatureDefinition::name).isEqualTo(Features.NAMES);
    }

    private static void assertSameRows(FeatureTable part, FeatureTable whole, Set<String> except) {
        for (int column = 0; column < Features.NAMES.size(); column++) {
            String name = Features.NAMES.get(column);
            for (int row = 0; row < part.size() && !except.contains(name); row++) {
                assertThat(Double.doubleToLongBits(part.value(row, column)))
                        .as("%s at %s of %s", name, row, part.size())
                        .isEqualTo(Double.doubleToLongBits(whole.value(row, column)));
            }
        }
    }

    private static PriceHistory randomHistory(int seed, int size, double unit) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Bar> bars = new ArrayList<>();
        double[] adjusted = new double[size];
        double price = 37;
        double factor = 0.7;
        for (int t = 0; t < size; t++) {
            double open = price * StrictMath.exp(0.01 * random.nextGaussian());
            double close = open * StrictMath.exp(0.02 * random.nextGaussian());
            double high = Math.max(open, close) * (1 + 0.01 * random.nextDouble());
            double low = Math.min(open, close) * (1 - 0.01 * random.nextDouble());
            LocalDate session = LocalDate.of(2010, 1, 1).plusDays(t);
            double volume = 1000 + random.nextInt(9000);
            bars.add(new Bar(session, open * unit, high * unit, low * unit, close * unit, volume));
            factor *= random.nextInt(63) == 0 ? 1.01 : 1;
            adjusted[t] = close * unit * factor;
            price = close;
        }
        return PriceHistory.of(bars, adjusted);
    }
}
