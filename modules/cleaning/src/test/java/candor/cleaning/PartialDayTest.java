package candor.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import candor.cleaning.repair.PriceFile;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import candor.store.port.RawBar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A last row that was taken before the close. */
class PartialDayTest {

    private static final int BEFORE = 63;

    private static double[] volumes(double last) {
        return DoubleStream.concat(
                        DoubleStream.iterate(1000, volume -> volume + 10).limit(BEFORE), DoubleStream.of(last))
                .toArray();
    }

    @Test
    void theSignIsHalfOfTheSmallestOfAWeekAndBelowAQuarter() {
        // the quarter begins with 1,000, the smallest of the last week is 1,580
        assertThat(PartialDay.looksPartial(volumes(789), false)).isTrue();
        assertThat(PartialDay.looksPartial(volumes(791), false)).isFalse();
        assertThat(PartialDay.looksPartial(volumes(0), false)).isTrue();
        assertThat(PartialDay.looksPartial(Arrays.copyOf(volumes(789), BEFORE), false))
                .as("less than a quarter")
                .isFalse();

        double[] quieterBefore = volumes(789);
        quieterBefore[20] = 700;
        assertThat(PartialDay.looksPartial(quieterBefore, false)).isFalse();
    }

    @Test
    void theLastRowIsSetAsideAndOnlyTheLast() {
        List<RawBar> rows = new ArrayList<>(Rows.quiet(Rows.CALENDAR.sessions(Rows.FIRST, Rows.FIRST.plusDays(120))));
        rows.replaceAll(row -> row.session().equals(rows.getLast().session()) ? Rows.volume(row, 400) : row);

        CleaningResult result = Rows.cleaner(Rows.RULES)
                .clean(Rows.retrieval(rows, true), rows.getLast().session());
        assertThat(result.quarantined())
                .extracting(one -> one.row().session(), Quarantined::rule)
                .containsExactly(tuple(rows.getLast().session(), PartialDay.RULE));

        RawBar next = Rows.at(
                rows.getFirst(), 500, Rows.CALENDAR.sessionAfter(rows.getLast().session(), 1));
        rows.add(Rows.volume(next, 1000));
        assertThat(Rows.cleaner(Rows.RULES)
                        .clean(Rows.retrieval(rows, true), next.session())
                        .quarantined())
                .isEmpty();
    }

    @Test
    void aRecordedPartialDayIsFound() {
        double[] recorded = volumes(PriceFile.read(PriceFile.shared("data/dirty/STX-partial-last-day.csv")));

        assertThat(PartialDay.looksPartial(recorded, false)).isTrue();
    }

    @Test
    void fullSessionsOfRealStocksLookSoOnceInThousands() {
        TradingCalendar calendar = new NyseCalendar();
        List<PriceFile> files = Stream.of("data/panel-2000-2024", "data/panel-2020-2026")
                .map(PriceFile::shared)
                .flatMap(folder -> PriceFile.in(folder, ".csv").stream())
                .map(PriceFile::read)
                .toList();
        int judged = 0;
        int found = 0;
        int early = 0;
        int foundEarly = 0;
        for (PriceFile file : files) {
            double[] volumes = volumes(file);
            for (int i = BEFORE; i < volumes.length; i++) {
                double[] quarter = Arrays.copyOfRange(volumes, i - BEFORE, i + 1);
                if (calendar.closesEarly(file.rows().get(i).session())) {
                    early++;
                    foundEarly += PartialDay.looksPartial(quarter, true) ? 1 : 0;
                } else {
                    judged++;
                    found += PartialDay.looksPartial(quarter, false) ? 1 : 0;
                }
            }
        }
        System.out.println("perhaps-partial: " + found + " of " + judged + " full sessions, 1 in " + judged / found);
        System.out.println("perhaps-partial: " + foundEarly + " of " + early + " full sessions that closed early");
        assertThat(foundEarly).isLessThanOrEqualTo(early / 1000);
        assertThat(judged).isGreaterThan(400_000);
        assertThat(2000L * found).isLessThan(judged);
    }

    private static double[] volumes(PriceFile file) {
        return file.rows().stream().mapToDouble(RawBar::volume).toArray();
    }
}
