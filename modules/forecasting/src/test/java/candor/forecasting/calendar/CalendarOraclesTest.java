package candor.forecasting.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.fixture.SharedFiles;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The calendar beside other people's, who keep theirs by other rules and lists. */
final class CalendarOraclesTest {

    private final NyseCalendar calendar = new NyseCalendar();

    @Test
    void jollydayClosesOnTheSameWeekdays() {
        HolidayManager jollyday = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NYSE));
        Set<LocalDate> theirs = new TreeSet<>();
        weekdays().filter(jollyday::isHoliday).forEach(theirs::add);

        assertThat(closures()).isEqualTo(theirs).hasSizeGreaterThan(300);
    }

    /** Every session from 1998 to January 2023 with its open and close, early ones and clock changes included. */
    @Test
    void exchangeCalendarsHasTheSameHours() throws IOException {
        List<String> lines = Files.readAllLines(SharedFiles.require("data/calendar/xnys_sessions_1990-2023.csv"));
        List<String> theirs = lines.stream()
                .skip(1)
                .filter(line -> line.compareTo("1998") > 0)
                .map(line -> line.substring(0, 10) + line.substring(20, 62))
                .toList();
        LocalDate last = LocalDate.parse(theirs.getLast().substring(0, 10));

        assertThat(calendar.sessions(calendar.firstDay(), last).stream()
                        .map(day -> day + "," + calendar.open(day).orElseThrow() + ","
                                + calendar.close(day).orElseThrow()))
                .containsExactlyElementsOf(theirs);
    }

    /** Lean lists a Sunday, 2017-12-24, among the early closes, and lacks three of the early years. */
    @Test
    void leanClosesOnTheSameDays() throws IOException {
        String json = Files.readString(SharedFiles.require("data/calendar/us_equity_closures_1998-2028.json"));
        Set<LocalDate> theirs = dates(json.substring(0, json.indexOf("earlyCloses")));
        theirs.removeIf(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0);
        Set<LocalDate> ours = closures();
        ours.removeIf(day -> day.getYear() > 2028);
        assertThat(ours).isEqualTo(theirs);

        Set<LocalDate> early = dates(json.substring(json.indexOf("earlyCloses")));
        early.remove(LocalDate.of(2017, 12, 24));
        early.addAll(List.of(LocalDate.of(1998, 11, 27), LocalDate.of(1998, 12, 24), LocalDate.of(1999, 12, 31)));
        assertThat(calendar.sessions(calendar.firstDay(), LocalDate.of(2028, 12, 31)).stream()
                        .filter(calendar::closesEarly))
                .containsExactlyElementsOf(early);
    }

    private static Set<LocalDate> dates(String json) {
        Set<LocalDate> dates = new TreeSet<>();
        Pattern.compile("\"([0-9]{1,2}/[0-9]{1,2}/[0-9]{4})\"")
                .matcher(json)
                .results()
                .forEach(found -> dates.add(
                        LocalDate.parse(found.group(1), DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT))));
        return dates;
    }

    private Set<LocalDate> closures() {
        Set<LocalDate> closures = new TreeSet<>();
        weekdays().filter(day -> !calendar.isSession(day)).forEach(closures::add);
        return closures;
    }

    private Stream<LocalDate> weekdays() {
        return calendar.firstDay()
                .datesUntil(calendar.lastDay().plusDays(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0);
    }
}
