package candor.forecasting.market;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.fixture.Broken;
import candor.forecasting.fixture.StxFile;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BreaksTest {

    private static PriceHistory on(String... days) {
        List<Bar> bars = Stream.of(days)
                .map(day -> new Bar(LocalDate.parse(day), 10, 10, 10, 10, 1))
                .toList();
        return PriceHistory.of(bars, bars.stream().mapToDouble(Bar::close).toArray());
    }

    @Test
    void aWeekOfMissingSessionsIsNoBreakAndOneMoreIs() {
        // Monday 2020-06-01 to Monday 2020-06-08: four weekdays between; to the 9th five, to the 10th six.
        assertThat(on("2020-06-01", "2020-06-08").breaksBefore(1)).isFalse();
        assertThat(on("2020-06-01", "2020-06-09").breaksBefore(1)).isFalse();
        assertThat(on("2020-06-01", "2020-06-10").breaksBefore(1)).isTrue();
        assertThat(on("2020-06-01", "2020-06-10").missingBefore(1)).isEqualTo(6);
    }

    @Test
    void daysOnWhichTheExchangeWasClosedAreNoGap() {
        assertThat(on("2001-09-10", "2001-09-17").missingBefore(1)).isZero();
        // Two sessions before and three after the closure of four days: five are missing, not nine.
        assertThat(on("2001-09-06", "2001-09-20").missingBefore(1)).isEqualTo(5);
        assertThat(on("2001-09-06", "2001-09-20").breaksBefore(1)).isFalse();
        assertThat(on("2001-09-06", "2001-09-21").breaksBefore(1)).isTrue();
        assertThat(on("2012-10-26", "2012-10-31").breaksBefore(1)).isFalse();
        PriceHistory stx = StxFile.read().history();
        assertThat(stx.breaksBetween(0, stx.size() - 1)).isFalse();
    }

    @Test
    void outsideTheCalendarWeekdaysCount() {
        assertThat(on("1987-10-16", "1987-10-26").missingBefore(1)).isEqualTo(5);
        assertThat(on("1987-10-16", "1987-10-27").breaksBefore(1)).isTrue();
        assertThat(on("2040-01-02", "2040-01-11").missingBefore(1)).isEqualTo(6);
        // 1997-12-29 to 31 by weekday; 1998-01-02, 5 and 6 by the calendar, which knows that the 1st was a holiday.
        assertThat(on("1997-12-26", "1998-01-07").missingBefore(1)).isEqualTo(6);
        assertThat(on("1997-12-26", "2040-01-02").breaksBefore(1)).isTrue();
    }

    @Test
    void aViewKnowsTheBreaksUpToItsEnd() {
        PriceHistory history = Broken.stock(60, 3, 40, 6, 1);
        assertThat(history.breaksBefore(40)).isTrue();
        assertThat(history.breaksBetween(39, 40)).isTrue();
        assertThat(history.breaksBetween(0, 39)).isFalse();
        assertThat(history.breaksBetween(40, 59)).isFalse();
        assertThat(history.unbrokenFrom(39)).isZero();
        assertThat(history.unbrokenFrom(40)).isEqualTo(40);
        assertThat(history.unbrokenFrom(59)).isEqualTo(40);
        assertThat(history.visibleAt(39).breaksBetween(0, 39)).isFalse();
        assertThat(history.visibleAt(45).unbrokenFrom(45)).isEqualTo(40);
    }
}
