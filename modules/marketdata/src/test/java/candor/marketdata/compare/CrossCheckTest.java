package candor.marketdata.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.marketdata.compare.Difference.Column;
import candor.store.port.RawBar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CrossCheckTest {

    private static final LocalDate DAY = LocalDate.of(2024, 1, 2);
    private static final double NONE = Double.NaN;

    private static RawBar bar(int day, double close, double volume) {
        return new RawBar(1, DAY.plusDays(day), close, close, close, close, NONE, volume, 0, 0, 0);
    }

    private static CrossCheck check(List<RawBar> a, List<RawBar> b) {
        return CrossCheck.of("yahoo", a, "tiingo", b);
    }

    private static List<String> rows(CrossCheck check) {
        return check.rows().stream()
                .map(row -> row.session() + " " + row.column() + " " + row.a() + " " + row.b())
                .toList();
    }

    @ParameterizedTest(name = "closes {0} and {1}: {2}")
    @CsvSource({"10.00, 10.01, 0", "10.01, 10.00, 0", "999.99, 1000.00, 0", "10.00, 10.0101, 1", "10.02, 10.00, 1"})
    void closesMoreThanACentApart(double a, double b, int differences) {
        CrossCheck check = check(List.of(bar(0, a, 1)), List.of(bar(0, b, 1)));

        assertThat(check.counts()).containsEntry(Column.CLOSE, differences);
        assertThat(check.compared()).isEqualTo(1);
    }

    @ParameterizedTest(name = "volumes {0} and {1}: {2}")
    @CsvSource({"100, 95, 0", "95, 100, 0", "100, 94.9, 1", "94.9, 100, 1", "0, 0, 0", "0, 1, 1", "NaN, 5, 0"})
    void volumesMoreThanATwentiethOfTheLargerApart(double a, double b, int differences) {
        CrossCheck check = check(List.of(bar(0, 10, a)), List.of(bar(0, 10, b)));

        assertThat(check.counts()).containsEntry(Column.VOLUME, differences);
    }

    @Test
    void onlyTheDaysThatBothReachAreCompared() {
        CrossCheck check = check(
                List.of(bar(0, 1, 1), bar(1, 2, 1), bar(2, 3, 1)), List.of(bar(1, 2, 1), bar(2, 3, 1), bar(9, 4, 1)));

        assertThat(check.from()).isEqualTo(DAY.plusDays(1));
        assertThat(check.to()).isEqualTo(DAY.plusDays(2));
        assertThat(check.compared()).isEqualTo(2);
        assertThat(check.rows()).isEmpty();
        assertThat(check.counts())
                .isEqualTo(Map.of(
                        Column.SESSION, 0, Column.CLOSE, 0, Column.VOLUME, 0, Column.DIVIDEND, 0, Column.SPLIT, 0));
    }

    @Test
    void withoutCommonDaysThereIsNothingToCompare() {
        for (CrossCheck check : List.of(
                check(List.of(), List.of()),
                check(List.of(bar(0, 1, 1)), List.of()),
                check(List.of(bar(0, 1, 1)), List.of(bar(1, 1, 1))))) {
            assertThat(check.from()).isNull();
            assertThat(check.to()).isNull();
            assertThat(check.compared()).isZero();
            assertThat(check.rows()).isEmpty();
        }
    }

    @Test
    void sessionsThatOnlyOneHas() {
        CrossCheck check = check(
                List.of(bar(0, 1, 1), bar(1, 2, 1), bar(3, 4, 1), bar(4, 5, 1)),
                List.of(bar(0, 1, 1), bar(2, 3, 1), bar(3, NONE, NONE), bar(4, 5, 1)));

        assertThat(rows(check))
                .containsExactly(
                        "2024-01-03 SESSION 2.0 NaN", "2024-01-04 SESSION NaN 3.0", "2024-01-05 SESSION 4.0 NaN");
        assertThat(check.compared()).isEqualTo(2);
    }

    @Test
    void dividendsAndSplitsThatDiffer() {
        List<RawBar> a = List.of(
                bar(0, 1, 1).withActions(0.7, 0, 0),
                bar(1, 1, 1).withActions(0, 2, 0),
                bar(2, 1, 1).withActions(0.1, 1, 0.2),
                bar(3, NONE, NONE).withActions(0.5, 0, 0),
                bar(4, 1, 1));
        List<RawBar> b = List.of(
                bar(0, 1, 1).withActions(0.71, 0, 0), bar(1, 1, 1), bar(2, 1, 1).withActions(0.3, 0, 0), bar(4, 1, 1));

        assertThat(rows(check(a, b)))
                .containsExactly(
                        "2024-01-02 DIVIDEND 0.7 0.71", "2024-01-03 SPLIT 2.0 1.0", "2024-01-05 DIVIDEND 0.5 0.0");
    }

    @Test
    void rowsAreInOrderWithinADayToo() {
        CrossCheck check = check(
                List.of(bar(1, 10, 100), bar(0, 10, 100).withActions(0.1, 2, 0)),
                List.of(bar(0, 11, 200), bar(1, 11, 200)));

        assertThat(check.rows()).isSorted();
        assertThat(check.rows())
                .extracting(Difference::column)
                .containsExactly(
                        Column.CLOSE, Column.VOLUME, Column.DIVIDEND, Column.SPLIT, Column.CLOSE, Column.VOLUME);
        assertThat(check.counts()).containsEntry(Column.CLOSE, 2).containsEntry(Column.SPLIT, 1);
    }

    @Test
    void aSessionTwiceIsABrokenContract() {
        assertThatThrownBy(() -> check(List.of(bar(0, 1, 1), bar(0, 1, 1)), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("yahoo has 2024-01-02 twice; give each session once");
    }

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    /** It takes no side: exchanged, the same rows come with their values exchanged, whatever the order of the bars. */
    @ParameterizedTest
    @MethodSource("seeds")
    void exchangedItSaysTheSame(int seed) {
        Random random = new Random(seed);
        List<RawBar> a = some(random);
        List<RawBar> b = some(random);
        List<RawBar> shuffled = new ArrayList<>(a);
        Collections.shuffle(shuffled, random);

        CrossCheck there = check(a, b);
        CrossCheck back = check(b, shuffled);

        assertThat(back.rows().stream()
                        .map(row -> new Difference(row.session(), row.column(), row.b(), row.a()))
                        .toList())
                .isEqualTo(there.rows());
        assertThat(back.counts()).isEqualTo(there.counts());
        assertThat(back.compared()).isEqualTo(there.compared());
        assertThat(there.counts().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(there.rows().size());
        assertThat(check(a, shuffled).rows()).isEmpty();
    }

    private static List<RawBar> some(Random random) {
        return IntStream.range(0, 40)
                .filter(day -> random.nextInt(5) != 0)
                .mapToObj(
                        day -> bar(day, random.nextInt(10) == 0 ? NONE : 10 + random.nextInt(3), 10 + random.nextInt(2))
                                .withActions(random.nextInt(9) == 0 ? 1 : 0, random.nextInt(9) == 0 ? 2 : 0, 0))
                .toList();
    }
}
