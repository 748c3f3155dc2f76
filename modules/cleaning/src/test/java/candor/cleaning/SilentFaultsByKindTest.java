// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import candor.cleaning.Ruling.Kind;
import candor.store.port.RawBar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults that once gave a confident wrong forecast without a word: each stops with a remedy that works, or is set aside. */
class SilentFaultsByKindTest {

    private static final int SIZE = Seeded.SESSIONS;
    private static final List<RawBar> CLEAN = Seeded.walk(1);

    static Stream<Arguments> deadTails() {
        return Stream.of(
                tail("a cent of noise without volume", 3, (rows, i) -> noisy(rows.get(i), rows.get(SIZE - 4), 0.01, 0)),
                tail("a tenth of a cent of noise with the volume repeated", 3, (rows, i) -> {
                    RawBar live = rows.get(SIZE - 4);
                    return noisy(rows.get(i), live, 0.001, live.volume());
                }),
                tail("the five rows before it", 5, (rows, i) -> prices(rows.get(i), rows.get(i - 5))),
                tail(
                        "the twenty rows before it, with volumes that go on",
                        20,
                        (rows, i) -> prices(rows.get(i), rows.get(i - 20))),
                tail("two rows in turn", 20, (rows, i) -> prices(rows.get(i), rows.get(i - 2))),
                tail("a close that stands still", 5, (rows, i) -> {
                    double close = rows.get(i - 1).close();
                    RawBar row = rows.get(i);
                    return row.withPrices(row.open(), Math.max(row.high(), close), Math.min(row.low(), close), close);
                }));
    }

    private interface Fault {
        RawBar at(List<RawBar> rows, int i);
    }

    private static Arguments tail(String name, int length, Fault fault) {
        List<RawBar> rows = new ArrayList<>(CLEAN);
        for (int i = SIZE - length; i < SIZE; i++) {
            rows.set(i, fault.at(rows, i));
        }
        return Arguments.of(name, length, rows);
    }

    private static RawBar noisy(RawBar row, RawBar live, double noise, double volume) {
        double shift = row.line() % 3 - 1;
        double close = live.close() + noise * shift;
        return row.withPrices(close, close, close, close).withVolume(volume);
    }

    private static RawBar prices(RawBar row, RawBar other) {
        return row.withPrices(other.open(), other.high(), other.low(), other.close());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deadTails")
    void aDeadTailStopsAndTheDayThatIsNamedWorks(String name, int length, List<RawBar> rows) {
        LocalDate live = rows.get(SIZE - length - 1).session();

        assertThat(Seeded.judged(rows).stops()).as(name).first().satisfies(stop -> {
            assertThat(stop.rule()).isEqualTo(Liveness.RULE);
            assertThat(stop.first()).isEqualTo(rows.get(SIZE - length).session());
            assertThat(stop.last()).isEqualTo(rows.getLast().session());
            assertThat(stop.message()).contains("--as-of " + live);
        });
        assertThat(Seeded.judged(rows, live, Rulings.NONE).orThrow().bars()).hasSize(SIZE - length);
    }

    @Test
    void repeatedRowsInsideAreSetAside() {
        List<RawBar> rows = new ArrayList<>(CLEAN);
        for (int i = 300; i < 305; i++) {
            rows.set(i, prices(rows.get(i), rows.get(i - 5)));
        }

        CleaningResult result = Seeded.judged(rows).orThrow();

        assertThat(result.quarantined())
                .extracting(one -> one.row().session())
                .containsExactlyElementsOf(
                        rows.subList(300, 305).stream().map(RawBar::session).toList());
        assertThat(result.quarantined().getFirst().evidence())
                .contains("repeat the prices of those from " + rows.get(295).session() + " to "
                        + rows.get(299).session());
    }

    @ParameterizedTest
    @CsvSource({"20, 3", "20, 6", "10, 9", "5, 5", "2, 2", "200, 4", "400, 5"})
    void aDeadStretchIsNoHabitThatExcusesADeadTail(int inside, int tail) {
        int from = SIZE - tail - 60 - inside;
        List<RawBar> rows = frozen(frozen(CLEAN, from, from + inside), SIZE - tail, SIZE);

        assertThat(Liveness.dead(rows, true)).extracting(Liveness.Run::to).containsExactly(from + inside, SIZE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {100, 0.01})
    void aNewUnitAtTheEndIsAskedAboutAndEveryAnswerWorks(double factor) {
        int from = SIZE - 5;
        List<RawBar> rows = changed(CLEAN, from, SIZE, row -> Seeded.times(row, factor));
        LocalDate day = rows.get(from).session();
        String ratio = factor > 1 ? "1:100" : "100:1";

        Verdict verdict = Seeded.judged(rows);
        assertThat(verdict.stops()).singleElement().satisfies(stop -> {
            assertThat(stop.rule()).isEqualTo(NewUnit.RULE);
            assertThat(stop.message())
                    .contains(
                            "--split " + day + "=" + ratio,
                            "--real " + day,
                            "--as-of " + rows.get(from - 1).session());
        });
        double last = rows.getLast().close();
        for (Ruling ruling : List.of(Seeded.ruling(Kind.SPLIT, day, 1 / factor), Seeded.ruling(Kind.REAL, day, 1))) {
            CleaningResult result = Seeded.judged(rows, ruling).orThrow();
            assertThat(result.bars().getLast().close()).isEqualTo(last);
            assertThat(Seeded.moveAt(result, from)).isCloseTo(Seeded.moveAt(CLEAN, from), Seeded.ROUNDING);
        }
        assertThat(Seeded.judged(rows, rows.get(from - 1).session(), Rulings.NONE)
                        .orThrow()
                        .bars())
                .hasSize(from);
    }

    @Test
    void threeRowsInAnotherUnitArePutRightUnlessTheirVolumeIsThatOfASplit() {
        List<RawBar> unit = changed(CLEAN, SIZE - 3, SIZE, row -> Seeded.times(row, 100));
        assertThat(Seeded.judged(unit).orThrow().bars().getLast().close())
                .isCloseTo(CLEAN.getLast().close(), Seeded.ROUNDING);

        List<RawBar> joined =
                changed(CLEAN, SIZE - 3, SIZE, row -> Seeded.times(row, 100).withVolume(Math.rint(row.volume() / 100)));
        LocalDate day = joined.get(SIZE - 3).session();
        assertThat(Seeded.judged(joined).stops()).extracting(Stop::rule).containsExactly(NewUnit.RULE);
        assertThat(Seeded.judged(joined, Seeded.ruling(Kind.SPLIT, day, 0.01))
                        .orThrow()
                        .bars()
                        .getLast()
                        .close())
                .isEqualTo(joined.getLast().close());
        assertThat(Seeded.judged(joined, Seeded.ruling(Kind.REAL, day, 1))
                        .orThrow()
                        .bars()
                        .getLast()
                        .close())
                .isCloseTo(CLEAN.getLast().close(), Seeded.ROUNDING);
    }

    @Test
    void aSplitWhoseDayOpensAtTheOldLevelIsAskedAbout() {
        List<RawBar> rows = changed(CLEAN, 0, 300, row -> Seeded.split(row, 2));
        RawBar row = rows.get(300);
        rows.set(300, row.withPrices(2 * row.open(), 2 * row.high(), row.low(), row.close()));

        assertThat(Seeded.judged(rows).stops())
                .singleElement()
                .satisfies(stop -> assertThat(stop.message())
                        .contains("split of 2:1", "--split " + row.session() + "=2:1 for a split"));
        assertThat(Seeded.judged(rows, Seeded.ruling(Kind.SPLIT, row.session(), 2))
                        .isStopped())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1.25, 5:4", "1.2, 6:5", "0.75, 3:4", "6, 6:1", "8, 8:1", "15, 15:1", "25, 25:1", "50, 50:1"})
    void splitsOfEverySizeAreAskedAbout(double ratio, String text) {
        List<RawBar> rows = changed(CLEAN, 0, 300, row -> Seeded.split(row, ratio));
        LocalDate day = rows.get(300).session();

        assertThat(Seeded.judged(rows).stops())
                .singleElement()
                .satisfies(stop -> assertThat(stop.message()).contains("--split " + day + "=" + text + " for"));
        assertThat(Seeded.moveAt(
                        Seeded.judged(rows, Seeded.ruling(Kind.SPLIT, day, ratio))
                                .orThrow(),
                        300))
                .isCloseTo(Seeded.moveAt(CLEAN, 300), Seeded.ROUNDING);
    }

    @Test
    void aStepByNoRatioIsAskedAboutToo() {
        List<RawBar> rows = changed(CLEAN, 0, 300, row -> Seeded.times(row, 3.37));
        LocalDate day = rows.get(300).session();

        assertThat(Seeded.judged(rows).stops())
                .singleElement()
                .satisfies(stop -> assertThat(stop.message())
                        .contains("as no split has it", "--real " + day + " for", "--begin " + day + " where"));
        assertThat(Seeded.judged(rows, Seeded.ruling(Kind.REAL, day, 1)).isStopped())
                .isFalse();
        assertThat(Seeded.judged(rows, Seeded.ruling(Kind.BEGIN, day, 1))
                        .orThrow()
                        .bars())
                .hasSize(SIZE - 300);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5, 3, 0.4})
    void aCloseThatIsFarAwayAndBackIsSetAside(double factor) {
        for (int at : new int[] {300, SIZE - 2}) {
            List<RawBar> rows = changed(CLEAN, at, at + 1, row -> misprinted(row, factor));

            assertThat(Seeded.judged(rows).orThrow().quarantined())
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.rule()).isEqualTo(Spikes.RULE);
                        assertThat(one.row().session()).isEqualTo(rows.get(at).session());
                    });
        }
    }

    @Test
    void aLastCloseThatIsFarAwayIsAskedAboutAndTheDayBeforeWorks() {
        List<RawBar> rows = changed(CLEAN, SIZE - 1, SIZE, row -> misprinted(row, 3));
        LocalDate before = rows.get(SIZE - 2).session();

        assertThat(Seeded.judged(rows).stops())
                .singleElement()
                .satisfies(stop -> assertThat(stop.message()).contains("--as-of " + before));
        assertThat(Seeded.judged(rows, before, Rulings.NONE).isStopped()).isFalse();
    }

    /** The same move with the volume of a market that makes it. */
    @Test
    void aMoveWithVolumeIsTheMarkets() {
        for (double factor : new double[] {1.5, 0.6}) {
            List<RawBar> there = changed(
                    CLEAN, SIZE - 1, SIZE, row -> misprinted(row, factor).withVolume(8 * row.volume()));
            assertThat(Seeded.judged(there).isStopped()).isFalse();

            List<RawBar> back =
                    changed(CLEAN, 300, 301, row -> misprinted(row, factor).withVolume(8 * row.volume()));
            assertThat(Seeded.judged(back).orThrow().quarantined()).isEmpty();
        }
    }

    private static RawBar misprinted(RawBar row, double factor) {
        double close = row.close() * factor;
        return row.withPrices(row.open(), Math.max(row.high(), close), Math.min(row.low(), close), close);
    }

    private static List<RawBar> frozen(List<RawBar> rows, int from, int to) {
        double close = rows.get(from - 1).close();
        return changed(
                rows,
                from,
                to,
                row -> row.withPrices(close, close, close, close).withVolume(0));
    }

    private static List<RawBar> changed(List<RawBar> rows, int from, int to, UnaryOperator<RawBar> change) {
        List<RawBar> changed = new ArrayList<>(rows);
        changed.subList(from, to).replaceAll(change);
        return changed;
    }

    /** Of every kind but the ones that real prices are judged by elsewhere, on seeded stocks that are clean. */
    @Test
    void nothingIsSaidOfSeededCleanStocks() {
        long rows = 0;
        for (int seed = 0; seed < 300; seed++) {
            double price = 5 * Math.exp(new Random(seed).nextDouble() * 4);
            List<RawBar> stock = Seeded.walk(seed, price, 0.006 + 0.03 * new Random(-seed).nextDouble());
            rows += stock.size();
            Verdict verdict = Seeded.judged(stock);
            assertThat(verdict.stops()).as("seed %s", seed).isEmpty();
            assertThat(verdict.result().quarantined()).as("seed %s", seed).isEmpty();
        }
        assertThat(rows).isEqualTo(300L * SIZE);
    }

    @Test
    void plantedTailsOfSeededStocksAreFoundButForAFew() {
        for (int length : new int[] {3, 4, 5, 10}) {
            int[] missed = new int[3];
            for (int seed = 0; seed < 200; seed++) {
                List<RawBar> stock = Seeded.walk(seed);
                List<RawBar> block = new ArrayList<>(stock);
                List<RawBar> close = new ArrayList<>(stock);
                List<RawBar> noise = new ArrayList<>(stock);
                for (int i : IntStream.range(SIZE - length, SIZE).toArray()) {
                    RawBar row = stock.get(i);
                    double stuck = stock.get(SIZE - length - 1).close();
                    block.set(i, prices(row, stock.get(i - length)));
                    close.set(
                            i,
                            row.withPrices(row.open(), Math.max(row.high(), stuck), Math.min(row.low(), stuck), stuck));
                    noise.set(i, noisy(row, stock.get(SIZE - length - 1), 0.01, 0));
                }
                missed[0] += Repetitions.of(block).isEmpty() ? 1 : 0;
                missed[1] += StuckCloses.of(close).isEmpty() ? 1 : 0;
                missed[2] += Liveness.dead(noise, true).isEmpty() ? 1 : 0;
            }
            System.out.println("tails of " + length + " rows missed of 200: repeated " + missed[0] + ", close alone "
                    + missed[1] + ", a cent of noise without volume " + missed[2]);
            assertThat(missed[0]).isLessThan(length < 5 ? 201 : 1);
            assertThat(missed[1]).isLessThan(length < 5 ? 201 : 1);
            assertThat(missed[2]).isZero();
        }
    }
}
