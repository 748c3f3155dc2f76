// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import candor.forecasting.calendar.NyseCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * One synthetic stock, and files of it with one fault each: what was seen in public reports of wrong data, each of which would
 * end in a confident forecast of something else where nobody noticed.
 */
final class SilentFaults {

    static final int SESSIONS = 1_200;
    static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    private static final int SPLIT = SESSIONS - 200;
    private static final int FROZEN = 30;
    private static final int QUARTER = 63;
    private static final double DIVIDEND = 0.01;
    private static final String HEADER = "Date,Open,High,Low,Close,Volume";
    private static final List<Row> CLEAN = series();

    private SilentFaults() {}

    /** A session of the stock. */
    private record Row(LocalDate day, double open, double high, double low, double close, double volume) {

        /** Other prices, each times the factor. */
        Row times(double factor) {
            return new Row(day, open * factor, high * factor, low * factor, close * factor, volume);
        }

        Row withVolume(double other) {
            return new Row(day, open, high, low, close, other);
        }

        Row on(LocalDate other) {
            return new Row(other, open, high, low, close, volume);
        }

        String line(int decimals) {
            String form = "%s,%." + decimals + "f,%." + decimals + "f,%." + decimals + "f,%." + decimals + "f,%.0f";
            return String.format(Locale.ROOT, form, day, open, high, low, close, volume);
        }

        String line() {
            return line(2);
        }
    }

    /** How a file with a fault has to end. */
    sealed interface Ending {

        /** The run stops, and its message has these words. */
        record Stops(String words) implements Ending {}

        /** The bars are those of the clean file, but for a factor on all of them. */
        record Same() implements Ending {}

        /** Ends either way. */
        record StopsOrSame(String words) implements Ending {}

        /** Goes on with other bars, and says so in these words on the lines of Ingest and Clean. */
        record Says(String words) implements Ending {}
    }

    /** A file with one fault. */
    record Fault(String name, List<String> lines, Ending ending) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The file without a fault. */
    static List<String> clean() {
        return file(HEADER, CLEAN, Row::line);
    }

    static List<Fault> all() {
        Row last = CLEAN.getLast();
        return List.of(
                new Fault("frozen tail", file(HEADER, edited(SilentFaults::frozen), Row::line), stops("--as-of")),
                new Fault("repeated rows", file(HEADER, edited(SilentFaults::repeated), Row::line), stops("--as-of")),
                new Fault(
                        "split without a column",
                        file(
                                HEADER,
                                edited(i -> beforeSplit(i)
                                        .withVolume(Math.rint(CLEAN.get(i).volume() / 4))),
                                Row::line),
                        stops("--split")),
                new Fault(
                        "inverse split",
                        file(HEADER + ",Stock Splits", edited(SilentFaults::beforeSplit), row -> split(row, "0.25")),
                        new Ending.StopsOrSame("--split")),
                new Fault(
                        "only the row of a split's day off",
                        file(
                                HEADER + ",Stock Splits",
                                edited(i -> CLEAN.get(i).times(i == SPLIT ? 4 : 1)),
                                row -> split(row, "4")),
                        new Ending.StopsOrSame("--split")),
                new Fault("reused ticker", file(HEADER, reused(), Row::line), stops("--begin")),
                new Fault(
                        "euro", file(HEADER.replace(',', ';'), CLEAN, SilentFaults::euro), stops("prices are in EUR")),
                new Fault("crypto", file(HEADER, everyDay(), Row::line), stops("crypto currency")),
                new Fault(
                        "penny",
                        file(HEADER, edited(i -> CLEAN.get(i).times(1.0 / 40_000)), row -> row.line(8)),
                        new Ending.Same()),
                new Fault(
                        "zero volume",
                        file(HEADER, edited(i -> CLEAN.get(i).withVolume(0)), Row::line),
                        new Ending.Says("no volume in any row")),
                new Fault(
                        "intraday",
                        file(HEADER.replace("Date,", "Date,Time,"), CLEAN, SilentFaults::threeTimes),
                        stops("intraday")),
                new Fault(
                        "adjusted close under a name that is not known",
                        file(HEADER + ",kurs_x", edited(SilentFaults::paying), SilentFaults::withAdjusted),
                        new Ending.Says("the column kurs_x follows Close by a slowly varying factor")),
                new Fault(
                        "last row of a running session",
                        file(HEADER, edited(i -> i < SESSIONS - 1 ? CLEAN.get(i) : last.withVolume(9_000)), Row::line),
                        new Ending.Says("the last of 2025-12-30")));
    }

    private static Ending stops(String words) {
        return new Ending.Stops(words);
    }

    private static List<String> file(String header, List<Row> rows, Function<Row, String> line) {
        List<String> lines = new ArrayList<>(List.of(header));
        rows.forEach(row -> lines.addAll(line.apply(row).lines().toList()));
        return lines;
    }

    private static List<Row> edited(IntFunction<Row> edit) {
        return IntStream.range(0, SESSIONS).mapToObj(edit).toList();
    }

    private static Row frozen(int i) {
        if (i < SESSIONS - FROZEN) {
            return CLEAN.get(i);
        }
        double close = CLEAN.get(SESSIONS - FROZEN - 1).close();
        return new Row(CLEAN.get(i).day(), close, close, close, close, 0);
    }

    private static Row repeated(int i) {
        return CLEAN.get(Math.min(i, SESSIONS - FROZEN)).on(CLEAN.get(i).day());
    }

    private static Row beforeSplit(int i) {
        return CLEAN.get(i).times(i < SPLIT ? 4 : 1);
    }

    private static String split(Row row, String ratio) {
        return row.line() + "," + (row.day().equals(CLEAN.get(SPLIT).day()) ? ratio : "0");
    }

    private static List<Row> reused() {
        return IntStream.range(0, SESSIONS)
                .filter(i -> i < SPLIT - 100 || i >= SPLIT)
                .mapToObj(i -> CLEAN.get(i).times(i < SPLIT ? 1 : 0.4))
                .toList();
    }

    private static String euro(Row row) {
        return String.format(
                Locale.GERMANY,
                "%s;%.2f \u20ac;%.2f \u20ac;%.2f \u20ac;%.2f \u20ac;%.0f",
                row.day(),
                row.open(),
                row.high(),
                row.low(),
                row.close(),
                row.volume());
    }

    /** A market that never closes, up to the same day. */
    private static List<Row> everyDay() {
        return IntStream.range(0, SESSIONS)
                .mapToObj(i -> CLEAN.get(i).on(LAST.minusDays(SESSIONS - 1L - i)))
                .toList();
    }

    private static String threeTimes(Row row) {
        String cells = row.line().substring(row.line().indexOf(',') + 1);
        String start = cells.substring(0, cells.lastIndexOf(',') + 1);
        return String.join(
                "\n",
                row.day() + ",09:30:00," + start + "1000",
                row.day() + ",11:30:00," + start + "1001",
                row.day() + ",15:30:00," + start + "1002");
    }

    /** Prices fall by every dividend that is paid; before the last one they stood higher. */
    private static Row paying(int i) {
        int later = (SESSIONS - 1) / QUARTER - i / QUARTER;
        return CLEAN.get(i).times(StrictMath.pow(1 - DIVIDEND, -later));
    }

    private static String withAdjusted(Row row) {
        double adjusted = CLEAN.stream()
                .filter(one -> one.day().equals(row.day()))
                .findFirst()
                .orElseThrow()
                .close();
        return row.line() + String.format(Locale.ROOT, ",%.4f", adjusted);
    }

    private static List<Row> series() {
        List<LocalDate> days = new NyseCalendar().sessions(LAST.minusDays(SESSIONS * 2L), LAST);
        SplittableRandom random = new SplittableRandom(20261130);
        List<Row> rows = new ArrayList<>();
        double log = StrictMath.log(80);
        for (LocalDate day : days.subList(days.size() - SESSIONS, days.size())) {
            double open = StrictMath.exp(log + 0.004 * random.nextGaussian());
            log += 0.015 * random.nextGaussian();
            double close = StrictMath.exp(log);
            double high = Math.max(open, close) * (1 + 0.008 * random.nextDouble());
            double low = Math.min(open, close) * (1 - 0.008 * random.nextDouble());
            rows.add(new Row(
                    day, cents(open), cents(high), cents(low), cents(close), random.nextLong(1_000_000, 4_000_000)));
        }
        return rows;
    }

    private static double cents(double price) {
        return Math.rint(100 * price) / 100;
    }
}
