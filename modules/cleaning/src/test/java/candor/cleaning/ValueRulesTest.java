package candor.cleaning;

import static candor.cleaning.Rows.clean;
import static candor.cleaning.Rows.prices;
import static candor.cleaning.Rows.quiet;
import static candor.cleaning.Rows.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import candor.cleaning.log.CleaningEntry;
import candor.forecasting.market.Bar;
import candor.store.port.RawBar;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that look at one row's values, through the cleaner. */
class ValueRulesTest {

    static Stream<Arguments> impossibleRows() {
        double nan = Double.NaN;
        return Stream.of(
                spoiled("empty-row", "row", "no price at all", row -> prices(row, nan, nan, nan, nan)),
                spoiled(
                        "missing-price",
                        "close",
                        "close is missing",
                        row -> Rows.adjustedClose(prices(row, 100, 102, 99, nan), nan)),
                spoiled(
                        "impossible-price",
                        "open",
                        "open is not a positive price: 0.0",
                        row -> prices(row, 0, 102, 99, 100)),
                spoiled(
                        "impossible-price",
                        "low",
                        "low is not a positive price: -99.0",
                        row -> prices(row, 100, 102, -99, 100)),
                spoiled(
                        "impossible-range",
                        "row",
                        "high is not the highest or low not the lowest of open 100.0, high 99.5, low 99.0, close 100.0,"
                                + " volume 1007.0",
                        row -> prices(row, 100, 99.5, 99, 100)),
                spoiled(
                        "impossible-range",
                        "row",
                        "high is not the highest or low not the lowest of open 100.0, high 101.0, low 100.1, close"
                                + " 101.0, volume 1007.0",
                        row -> prices(row, 100, 101, 100.1, 101)),
                spoiled("missing-volume", "volume", "volume is missing", row -> Rows.volume(row, nan)),
                spoiled("impossible-volume", "volume", "volume cannot be -1.0", row -> Rows.volume(row, -1)),
                spoiled(
                        "impossible-action",
                        "row",
                        "neither dividend nor split can be negative: dividend -1.0, split 0.0",
                        row -> Rows.actions(row, -1, 0)));
    }

    private static Arguments spoiled(String rule, String column, String finding, UnaryOperator<RawBar> change) {
        return Arguments.of(rule, column, finding, change);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("impossibleRows")
    void anImpossibleRowIsSetAsideAndLeavesAGap(
            String rule, String column, String finding, UnaryOperator<RawBar> change) {
        List<RawBar> rows = with(7, change);
        RawBar bad = rows.get(7);

        CleaningResult result = clean(rows);

        assertThat(result.quarantined()).containsExactly(new Quarantined(bad, rule, "line 9: " + finding));
        assertThat(result.bars())
                .isEqualTo(clean(quiet()).bars().stream()
                        .filter(bar -> !bar.session().equals(bad.session()))
                        .toList());
        assertThat(result.gaps()).containsExactly(bad.session());
        assertThat(result.log()).hasSize(2);
        assertThat(result.log().getFirst()).satisfies(entry -> {
            assertThat(entry.column()).isEqualTo(column);
            assertThat(entry.rule()).isEqualTo(rule);
            assertThat(entry.after()).isEmpty();
            assertThat(entry.evidence()).isEqualTo("line 9: " + finding);
        });
        assertThat(result.log().getLast())
                .isEqualTo(new CleaningEntry(
                        bad.session(),
                        "row",
                        "",
                        "",
                        "gap",
                        "the exchange was open, but the row was set aside: " + rule));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -0.5, 0, Double.POSITIVE_INFINITY})
    void anAdjustedCloseThatNothingAroundProvesIsSetAside(double value) {
        List<RawBar> rows = with(7, row -> Rows.adjustedClose(row, value));
        for (int i = 0; i < 7; i++) {
            rows.set(i, Rows.adjustedClose(rows.get(i), rows.get(i).close() / 2.2));
        }

        assertThat(clean(rows).quarantined())
                .extracting(Quarantined::row, Quarantined::rule)
                .containsExactly(tuple(
                        rows.get(7), Double.isNaN(value) ? "missing-adjusted-close" : "impossible-adjusted-close"));
    }

    @Test
    void highAndLowThatMissByARoundingAreWidened() {
        CleaningResult result = clean(with(7, row -> prices(row, 100, 100.99995, 100.00005, 101)));

        assertThat(result.bars().get(7)).isEqualTo(new Bar(quiet().get(7).session(), 100, 101, 100, 101, 1007));
        assertThat(result.log())
                .extracting(CleaningEntry::column, CleaningEntry::before, CleaningEntry::after, CleaningEntry::rule)
                .containsExactly(
                        tuple("high", "100.99995", "101.0", "high-low-rounding"),
                        tuple("low", "100.00005", "100.0", "high-low-rounding"));
        assertThat(result.counts().repaired()).isEqualTo(2);
    }
}
