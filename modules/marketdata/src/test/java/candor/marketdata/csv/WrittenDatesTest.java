package candor.marketdata.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import candor.forecasting.calendar.NyseCalendar;
import candor.store.failure.InputRefused;
import candor.store.port.RawBar;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each form of a date is read as the day that was written, by proof in the file alone. */
class WrittenDatesTest {

    private static final String HEADER = "Date,Open,High,Low,Close,Volume\n";
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Histories of a month to some years, from 1973 on, oldest or newest first: the same days back. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | uuuu-MM-dd",
                "en | uuuu.MM.dd",
                "en | uuuu. M. d.",
                "en | uuuu/M/d",
                "en | uuuuMMdd",
                "en | uuuuMMdd HH:mm",
                "en | uuuuMMdd  HH:mm:ss",
                "en | uuuuMMdd HH:mm:ss 'US/Eastern'",
                "en | uuuuMMdd-HH:mm:ss",
                "en | uuuuMMdd HHmmss",
                "en | uuuuMMddHHmmss",
                "en | uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'",
                "en | uuuu-MM-dd HH:mm:ss 'UTC'",
                "en | uuuu-MM-dd HH:mm:ss-05:00",
                "en | M/d/uu",
                "en | MM/dd/uu",
                "en | dd.MM.uu",
                "en | dd-MM-uu",
                "en | uu-MM-dd",
                "en | uu/M/d",
                "en | M/d/uuuu h:mm a",
                "en | d.M.uuuu.",
                "en | EEEE, MMMM d, uuuu",
                "en | EEE, d MMM uuuu HH:mm:ss 'GMT'",
                "en | EEE MMM d uuuu HH:mm:ss 'GMT-0500 (Eastern Standard Time)'",
                "en | EEE MMM d HH:mm:ss 'EST' uuuu",
                "en | d MMM uuuu",
                "en | ddMMMuuuu",
                "en | uuuu-MMM-dd",
                "en | MMM-dd-uu",
                "en | d-MMM-uu",
                "en | d MMM ''uu",
                "en | EEE MM/dd/uu",
                "de | d. MMMM uuuu",
                "de | EEEE, d. MMMM uuuu",
                "de | EE, dd.MM.uuuu",
                "de | dd. MMM uuuu",
                "de | dd-MMM-uu",
                "fr | d MMMM uuuu",
                "fr | EEEE d MMMM uuuu",
                "fr | dd MMM uuuu",
                "es | d 'de' MMMM 'de' uuuu",
                "es | EEEE, d 'de' MMMM 'de' uuuu",
                "es | dd-MMM-uuuu",
                "it | d MMMM uuuu",
                "it | EEEE d MMMM uuuu",
                "it | dd-MMM-uu"
            })
    void everyFormGivesTheDayThatWasWritten(String language, String pattern) {
        DateTimeFormatter form = DateTimeFormatter.ofPattern(pattern, Locale.of(language));
        proveLaw(pattern.hashCode(), day -> day.atStartOfDay().format(form));
    }

    @ParameterizedTest
    @CsvSource({
        "1, America/New_York, 09:30",
        "1, America/New_York, 16:00",
        "1000, America/New_York, 00:00",
        "1000000, UTC, 00:00",
        "1000000000, America/New_York, 00:00",
        "1, Europe/London, 00:00",
        "1000, Europe/Berlin, 00:00",
        "1000, Europe/Athens, 00:00",
        "1000000, Asia/Kolkata, 00:00",
        "1000, Asia/Hong_Kong, 00:00",
        "1000000000, Asia/Tokyo, 00:00",
        "1000, Australia/Sydney, 00:00",
        "1000, America/Los_Angeles, 00:00"
    })
    void momentsAreOfTheDayWhoseMidnightOrBellTheyAre(long units, String zone, LocalTime time) {
        Function<LocalDate, Long> seconds =
                day -> day.atTime(time).atZone(ZoneId.of(zone)).toEpochSecond();

        proveLaw(zone.hashCode(), day -> Long.toString(units * seconds.apply(day)));
        proveLaw(zone.hashCode(), day -> units * seconds.apply(day) + ".0");
        proveLaw(
                zone.hashCode(), day -> day.atTime(time).atZone(ZoneId.of(zone)).toInstant() + "");
    }

    private static void proveLaw(int seed, Function<LocalDate, String> written) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 10; i++) {
            LocalDate from = LocalDate.of(1974, 1, 1).plusDays(random.nextInt(50 * 365));
            List<LocalDate> days = weekdays(from, random.nextInt(30, 400));
            for (List<LocalDate> order : List.of(days, days.reversed())) {
                assertThat(days(file(order, written)))
                        .as("%s", written.apply(from))
                        .isEqualTo(order);
            }
        }
    }

    @Test
    void monthsInFiveLanguages() {
        assertThat(Stream.of(
                                "1 Jan 2021",
                                "01-Mrz-2021",
                                "2. M\u00e4rz 2021",
                                "3 MAI 2021",
                                "4 juin 2021",
                                "6 juil. 2021",
                                "6 ao\u00fbt 2021",
                                "7-set-2021",
                                "7 Okt. 2021",
                                "8 nov 2021",
                                "9 d\u00e9c. 2021",
                                "10-Dez-2021",
                                "13 dic 2021",
                                "3 ene 2022",
                                "4 gennaio 2022",
                                "7 f\u00e9vr. 2022",
                                "1er mars 2022",
                                "April 4th, 2022")
                        .map(text -> day(text).getMonthValue())
                        .toList())
                .containsExactly(1, 3, 3, 5, 6, 7, 8, 9, 10, 11, 12, 12, 12, 1, 1, 2, 3, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4 jui 2021", "4 ma 2021", "4 Foo 2021", "4 Decemberly 2021"})
    void wordsThatNameNoMonthOrSeveral(String text) {
        assertThat(WrittenDate.of(text)).isNull();
    }

    /** The order of numbers of two digits is proved by days that run from session to session. */
    @Test
    void yearsOfTwoDigitsInEachOrder() {
        List<LocalDate> days = weekdays(LocalDate.of(2021, 9, 24), 5);

        assertThat(days(file(days, pattern("uu/MM/dd")))).isEqualTo(days);
        assertThat(days(file(days, pattern("dd/MM/uu")))).isEqualTo(days);
        assertThat(days(file(days, pattern("d-MMM-uu")))).isEqualTo(days);
    }

    /** A row that is there twice, and one at the wrong place, leave the order as plain as before. */
    @ParameterizedTest
    @ValueSource(strings = {"d-MMM-uu", "dd.MM.uu", "MM/dd/uu", "uu-MM-dd"})
    void aFewRowsOutOfOrderDoNotHideIt(String pattern) {
        List<LocalDate> days = new ArrayList<>(weekdays(LocalDate.of(2016, 9, 26), 2000));
        days.add(700, days.get(700));
        days.add(1200, days.remove(300));

        assertThat(days(file(days, pattern(pattern)))).isEqualTo(days);
        assertThat(days(file(days.reversed(), pattern(pattern)))).isEqualTo(days.reversed());
    }

    /** The calendar ends in 2030; years that would be later are of the century before. */
    @Test
    void theCenturyIsTheLastThatTheFileAllows() {
        List<LocalDate> old = weekdays(LocalDate.of(1998, 12, 20), 40);
        List<LocalDate> index = Stream.iterate(LocalDate.of(1927, 12, 30), day -> day.plusDays(7))
                .limit(5100)
                .toList();

        assertThat(days(file(old, pattern("MM/dd/uu")))).isEqualTo(old);
        assertThat(days(file(index, pattern("M/d/uu")))).isEqualTo(index);
        assertThat(DateReading.LAST_YEAR).isEqualTo(new NyseCalendar().lastDay().getYear());
    }

    @Test
    void moreThanACenturyNeedsFourDigits() {
        List<LocalDate> days = Stream.iterate(LocalDate.of(1900, 1, 1), day -> day.plusDays(7))
                .limit(6600)
                .toList();

        assertThat(refusal(file(days, pattern("MM/dd/uu"))))
                .isEqualTo("x.csv: line 2, column Date: '01/01/00' is 2000-01-01 or 1900-01-01, as the file spans more"
                        + " than a century (write years with four digits, as in 2024-01-31)");
        assertThat(days(file(days, pattern("MM/dd/uuuu"))))
                .as("as the remedy has it")
                .isEqualTo(days);
    }

    @Test
    void aDateThatStaysAmbiguousIsRefusedWithAllReadings() {
        String ambiguous = HEADER + row("01/02/03") + row("01/02/03");

        assertThat(refusal(ambiguous))
                .isEqualTo("x.csv: line 2, column Date: '01/02/03' is 2003-01-02 or 2003-02-01 or 2001-02-03, and no"
                        + " date of the file says which (write year-month-day, as in 2003-01-02)");
        assertThat(days(ambiguous.replace("01/02/03", "2003-01-02")))
                .as("as the remedy has it")
                .containsOnly(LocalDate.of(2003, 1, 2));
    }

    /** Three nights, without a weekend among them: the evening before in London or the same day in New York. */
    @Test
    void momentsThatStayAmbiguousAreRefusedWithBothDays() {
        String seconds = HEADER + row("1794870000") + row("1794956400") + row("1795042800");

        assertThat(refusal(seconds))
                .isEqualTo("x.csv: line 2, column Date: '1794870000' is of 2026-11-16 in UTC, or midnight of 2026-11-17"
                        + " further east, and no weekend says which (write year-month-day, as in 2026-11-17)");
        assertThat(days(seconds.replace("1794870000", "2026-11-17")
                        .replace("1794956400", "2026-11-18")
                        .replace("1795042800", "2026-11-19")))
                .as("as the remedy has it")
                .isEqualTo(weekdays(LocalDate.of(2026, 11, 17), 3));
    }

    @Test
    void momentsOnWeekendsAreReportedOnce() {
        String weekend = Stream.of(0, 1, 2, 3, 4)
                .map(i -> row(Long.toString(1706400000L + i * 7 * 86_400L)))
                .collect(Collectors.joining());

        assertThat(refusal(HEADER + weekend))
                .isEqualTo("x.csv: line 2, column Date: '1706400000' is on 2024-01-28 in UTC, which is no weekday, and"
                        + " does not say the exchange's day, as do 4 more (write year-month-day, as in 2024-01-31)");
    }

    @Test
    void aWeekdayThatIsNotTheDatesRefusesIt() {
        assertThat(refusal(HEADER + row("Monday 17 November 2026") + row("Wednesday 18 November 2026")))
                .isEqualTo("x.csv: line 2, column Date: 'Monday 17 November 2026' is no day of the calendar"
                        + " (correct the day or month)");
    }

    /** 3 April 2024 was a Wednesday, 4 March a Monday. */
    @Test
    void aWeekdayProvesTheOrder() {
        assertThat(days(HEADER + row("Wed 03/04/2024"))).containsExactly(LocalDate.of(2024, 4, 3));
        assertThat(days(HEADER + row("Mon 03/04/2024"))).containsExactly(LocalDate.of(2024, 3, 4));
    }

    @Test
    void momentsBefore1970() {
        List<LocalDate> days = weekdays(LocalDate.of(1969, 6, 2), 400).reversed();

        assertThat(days(HEADER
                        + row(Long.toString(seconds(LocalDate.of(2024, 1, 2))))
                        + days.stream()
                                .map(day -> row(Long.toString(seconds(day))))
                                .collect(Collectors.joining())))
                .endsWith(days.toArray(LocalDate[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"uuuu-MM-dd HH:mm:ss", "MM/dd/uuuu h:mm a", "uuuuMMdd HH:mm", "uuuu-MM-dd'T'HH:mm:ss'Z'"})
    void severalTimesOfOneDayAreIntradayBars(String pattern) {
        DateTimeFormatter form = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        String rows = weekdays(LocalDate.of(2024, 11, 25), 20).stream()
                .flatMap(day -> Stream.of(day.atTime(9, 30), day.atTime(11, 30), day.atTime(13, 30)))
                .map(time -> row(form.format(time)))
                .collect(Collectors.joining());

        assertThat(refusal(HEADER + rows)).contains("intraday rows").endsWith("(export daily bars)");
    }

    /** As some writers add the running session to that of the day. */
    @Test
    void oneDayWithTwoTimesIsNoIntradayFile() {
        List<LocalDate> days = weekdays(LocalDate.of(2024, 11, 25), 20);

        assertThat(days(file(days, day -> day + " 00:00:00") + row(days.getLast() + " 15:59:59")))
                .hasSize(21);
    }

    private static long seconds(LocalDate day) {
        return day.atTime(9, 30).atZone(NEW_YORK).toEpochSecond();
    }

    private static Function<LocalDate, String> pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)::format;
    }

    private static LocalDate day(String text) {
        return days(HEADER + row(text)).getFirst();
    }

    private static String file(List<LocalDate> days, Function<LocalDate, String> written) {
        return HEADER + days.stream().map(day -> row(written.apply(day))).collect(Collectors.joining());
    }

    private static String row(String date) {
        return '"' + date + "\",10,12,9,11,7\n";
    }

    private static List<LocalDate> weekdays(LocalDate from, int count) {
        return Stream.iterate(from, day -> day.plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .limit(count)
                .toList();
    }

    private static List<LocalDate> days(String text) {
        return CsvBars.parse("x.csv", text.getBytes(UTF_8)).bars().stream()
                .map(RawBar::session)
                .toList();
    }

    private static String refusal(String text) {
        return String.valueOf(
                catchThrowableOfType(InputRefused.class, () -> CsvBars.parse("x.csv", text.getBytes(UTF_8)))
                        .getMessage());
    }
}
