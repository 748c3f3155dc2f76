// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import candor.cleaning.Liveness.Run;
import candor.cleaning.repair.PriceFile;
import candor.store.port.RawBar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rows of a feed that died: none on clean files of real prices, all of what is planted there, and how many by chance. */
class LivenessTest {

    private static final int YEARS = 504;

    /** What a dead feed may go on with. */
    private enum Feed {
        /** The last close as every price, and no volume. */
        SILENT {
            @Override
            RawBar after(RawBar before, RawBar real) {
                return flat(before, real).withVolume(0);
            }
        },
        /** The last row, volume and all. */
        REPEATED {
            @Override
            RawBar after(RawBar before, RawBar real) {
                return real.withPrices(before.open(), before.high(), before.low(), before.close())
                        .withVolume(before.volume());
            }
        },
        /** The last prices, in a source without volumes. */
        WITHOUT_VOLUME {
            @Override
            RawBar after(RawBar before, RawBar real) {
                return flat(before, real);
            }
        },
        /** The last close as every price, beside volumes that go on. */
        STUCK {
            @Override
            RawBar after(RawBar before, RawBar real) {
                return flat(before, real);
            }
        };

        abstract RawBar after(RawBar before, RawBar real);

        private static RawBar flat(RawBar before, RawBar real) {
            return real.withPrices(before.close(), before.close(), before.close(), before.close());
        }
    }

    @Test
    void noRowOfRealLiquidStocksIsDead() {
        long rows = 0;
        for (PriceFile file : liquid()) {
            rows += file.rows().size();
            assertThat(Liveness.dead(file.rows(), true)).as(file.name()).isEmpty();
            assertThat(Liveness.dead(withoutVolume(file.rows()), false))
                    .as(file.name())
                    .isEmpty();
        }
        System.out.println("dead-rows: 0 of " + rows + " rows of liquid stocks");
        assertThat(rows).isGreaterThan(400_000);
    }

    @Test
    void noRowOfIndicesIsDead() {
        for (String index : List.of("SPY", "VIX")) {
            List<RawBar> rows = prices(PriceFile.shared("data/index/" + index + ".csv"));
            assertThat(rows).hasSize(8000);
            assertThat(Liveness.dead(rows, false)).as(index).isEmpty();
        }
    }

    @Test
    void noRowOfStocksThatTradeSeldomIsDeadButThoseOfARealDeadFeed() {
        for (Path path : PriceFile.in(PriceFile.shared("data/repair"), ".csv")) {
            PriceFile file = PriceFile.read(path);
            boolean fixed =
                    path.toString().contains("-fixed") || path.toString().contains("-no-bad");
            if (!fixed || file.name().startsWith("SSNLF")) {
                continue;
            }
            boolean withVolume = file.rows().stream().anyMatch(row -> row.volume() > 0);
            assertThat(Liveness.dead(file.rows(), withVolume)).as(file.name()).isEmpty();
        }
        // one row of 15,000 shares at one price, again and again for seventy sessions
        PriceFile samsung = PriceFile.read(PriceFile.shared("data/repair/SSNLF-1d-bad-div-fixed.csv"));
        assertThat(Liveness.dead(samsung.rows(), true))
                .singleElement()
                .extracting(Run::length)
                .isEqualTo(71);
    }

    @Test
    void plantedDeadRowsAreFound() {
        Map<String, Integer> missed = new TreeMap<>();
        int cases = 0;
        for (PriceFile file : liquid()) {
            for (int third = 1; third <= 3; third++) {
                int end = file.rows().size() * third / 3;
                List<RawBar> rows = file.rows().subList(Math.max(0, end - YEARS), end);
                cases++;
                for (Feed feed : Feed.values()) {
                    for (int length : List.of(1, 2, 3, 5, 10)) {
                        missed.merge(feed + " " + length, isFound(rows, feed, length) ? 0 : 1, Integer::sum);
                    }
                }
            }
        }
        for (Map.Entry<String, Integer> entry : missed.entrySet()) {
            System.out.println("dead-rows missed: " + entry.getKey() + " rows, " + entry.getValue() + " of " + cases);
        }
        assertThat(missed)
                .containsEntry("SILENT 1", 0)
                .containsEntry("SILENT 2", 0)
                .containsEntry("SILENT 10", 0)
                .containsEntry("REPEATED 1", 0)
                .containsEntry("REPEATED 10", 0)
                .containsEntry("WITHOUT_VOLUME 3", 0)
                .containsEntry("STUCK 3", 0)
                .as("a single price that stands still proves nothing")
                .containsEntry("WITHOUT_VOLUME 1", cases)
                .containsEntry("STUCK 1", cases);
    }

    /** Two stretches of one file once passed for a habit of the stock, and its last price for a forecast. */
    @Test
    void deadStretchesDoNotExcuseEachOther() {
        List<RawBar> stx =
                PriceFile.read(PriceFile.shared("data/prices/STX.csv")).rows().subList(0, 1300);
        for (Feed feed : List.of(Feed.SILENT, Feed.REPEATED)) {
            for (int from : List.of(60, 400, 1100)) {
                List<RawBar> once = frozen(stx, feed, from, from + 30);
                for (int tail : List.of(10, 30)) {
                    assertThat(Liveness.dead(frozen(once, feed, 1300 - tail, 1300), true))
                            .as("%s at %s and the last %s", feed, from, tail)
                            .extracting(Run::to)
                            .containsExactly(from + 30, 1300);
                }
            }
        }
    }

    @Test
    void deadRowsInsideAreFoundFromTwoOn() {
        PriceFile stx = PriceFile.read(PriceFile.shared("data/prices/STX.csv"));
        for (Feed feed : List.of(Feed.SILENT, Feed.REPEATED)) {
            List<RawBar> rows = frozen(stx.rows(), feed, 3000, 3002);
            assertThat(Liveness.dead(rows, true))
                    .as("%s", feed)
                    .singleElement()
                    .satisfies(run -> assertThat(run.from()).isEqualTo(3000))
                    .extracting(Run::length)
                    .isEqualTo(2);
        }
        assertThat(Liveness.dead(frozen(stx.rows(), Feed.SILENT, 3000, 3001), true))
                .as("a single day without trade is left alone")
                .isEmpty();
    }

    @Test
    void daysWithoutTradeOfSeededThinStocksAreSeldomDead() {
        for (double share : new double[] {0.001, 0.01, 0.05, 0.2, 0.5}) {
            int rows = 0;
            int dead = 0;
            for (int seed = 0; seed < 200; seed++) {
                List<RawBar> stock = thin(new Random(seed), share);
                rows += stock.size();
                dead += Liveness.dead(stock, true).stream()
                        .mapToInt(Run::length)
                        .sum();
            }
            System.out.println("dead-rows: " + dead + " of " + rows + " rows where "
                    + String.format(Locale.ROOT, "%.3f", share) + " of the days have no trade");
            assertThat(dead).isLessThan(rows / 1000);
        }
    }

    private static boolean isFound(List<RawBar> rows, Feed feed, int length) {
        List<RawBar> given = feed == Feed.WITHOUT_VOLUME ? withoutVolume(rows) : rows;
        int from = given.size() - length;
        List<Run> dead = Liveness.dead(frozen(given, feed, from, given.size()), feed != Feed.WITHOUT_VOLUME);
        return dead.size() == 1
                && dead.getFirst().from() == from
                && dead.getFirst().to() == given.size();
    }

    private static List<RawBar> frozen(List<RawBar> rows, Feed feed, int from, int to) {
        List<RawBar> frozen = new ArrayList<>(rows);
        for (int i = from; i < to; i++) {
            frozen.set(i, feed.after(frozen.get(i - 1), rows.get(i)));
        }
        return frozen;
    }

    private static List<RawBar> withoutVolume(List<RawBar> rows) {
        return rows.stream().map(row -> row.withVolume(0)).toList();
    }

    /** Five years of a stock that does not trade on a share of its days, which come in clusters. */
    private static List<RawBar> thin(Random random, double share) {
        List<RawBar> rows = new ArrayList<>();
        double close = 5;
        boolean trades = true;
        for (int i = 0; i < 5 * 252; i++) {
            double quiet = trades ? share : Math.min(0.9, share + 0.3);
            trades = random.nextDouble() >= quiet;
            double open = close;
            double volume = 0;
            if (trades) {
                open = cents(close * Math.exp(0.01 * random.nextGaussian()));
                close = cents(open * Math.exp(0.02 * random.nextGaussian()));
                volume = 100 * Math.ceil(20 * Math.exp(random.nextGaussian()));
            }
            double high = trades ? cents(Math.max(open, close) * 1.002) : close;
            double low = trades ? cents(Math.min(open, close) * 0.998) : close;
            rows.add(new RawBar(
                    i + 2, Rows.FIRST.plusDays(i), trades ? open : close, high, low, close, close, volume, 0, 0, 0));
        }
        return rows;
    }

    private static double cents(double price) {
        return Math.max(0.05, Math.rint(100 * price) / 100);
    }

    /** Open, high, low and close of an index, which has no volume; the days are counted, as each file writes them its way. */
    private static List<RawBar> prices(Path file) {
        List<RawBar> rows = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file).subList(1, 8001)) {
                String[] cells = line.split(",", -1);
                LocalDate day = Rows.FIRST.plusDays(rows.size());
                rows.add(new RawBar(
                        rows.size() + 2,
                        day,
                        Double.parseDouble(cells[1]),
                        Double.parseDouble(cells[2]),
                        Double.parseDouble(cells[3]),
                        Double.parseDouble(cells[4]),
                        Double.NaN,
                        0,
                        0,
                        0,
                        0));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static List<PriceFile> liquid() {
        return Stream.of("data/prices", "data/panel-2000-2024", "data/panel-2020-2026")
                .map(PriceFile::shared)
                .flatMap(folder -> PriceFile.in(folder, ".csv").stream())
                .map(PriceFile::read)
                .toList();
    }
}
