package candor.pipeline.api;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Bar;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The bars that a user brings, oldest first, each checked as it comes. What is no market's bar is {@link Refused}. */
public final class GivenBars {

    /** More than a company's whole history at any exchange of today. */
    public static final int MOST = 10_000;

    private static final double LOWEST_PRICE = 1e-6;
    private static final double HIGHEST_PRICE = 1e9;
    private static final double HIGHEST_VOLUME = 1e15;

    /**
     * One bar as it was written.
     *
     * @param field where a column of it stands, by the column's name, for messages
     * @param date as in {@code 2026-04-24}
     * @param adjustedClose NaN where it was not given
     */
    public record Row(
            UnaryOperator<String> field,
            String date,
            double open,
            double high,
            double low,
            double close,
            double adjustedClose,
            double volume) {}

    private final TradingCalendar calendar;
    private final List<Bar> bars = new ArrayList<>();
    private final List<Double> adjusted = new ArrayList<>();
    private @Nullable UnaryOperator<String> last;

    public GivenBars(TradingCalendar calendar) {
        this.calendar = calendar;
    }

    /** Appends a bar; throws {@link Refused} where it cannot follow. */
    public void add(Row row) {
        LocalDate session = session(row);
        if (bars.size() == MOST) {
            throw Refused.value(
                    row.field().apply("date"),
                    row.date(),
                    "more than " + MOST + " bars; send the last " + MOST + " of them at most");
        }
        within(row, "open", row.open(), LOWEST_PRICE, HIGHEST_PRICE);
        within(row, "high", row.high(), LOWEST_PRICE, HIGHEST_PRICE);
        within(row, "low", row.low(), LOWEST_PRICE, HIGHEST_PRICE);
        within(row, "close", row.close(), LOWEST_PRICE, HIGHEST_PRICE);
        within(row, "volume", row.volume(), 0, HIGHEST_VOLUME);
        requireOrder(row);
        adjusted.add(adjustedClose(row));
        bars.add(new Bar(session, row.open(), row.high(), row.low(), row.close(), row.volume()));
        last = row.field();
    }

    /** The session of the last bar; null before the first. */
    public @Nullable LocalDate lastSession() {
        return bars.isEmpty() ? null : bars.getLast().session();
    }

    /** Where a column of the last bar stands. */
    String fieldOfLast(String column) {
        return last == null ? column : last.apply(column);
    }

    boolean hasAdjustedCloses() {
        return !adjusted.isEmpty() && !Double.isNaN(adjusted.getFirst());
    }

    int size() {
        return bars.size();
    }

    /** The bars as a history; where no adjusted close was given, the closes as they are. */
    PriceHistory toHistory() {
        double[] levels = new double[bars.size()];
        for (int t = 0; t < levels.length; t++) {
            levels[t] = hasAdjustedCloses() ? adjusted.get(t) : bars.get(t).close();
        }
        return PriceHistory.of(bars, levels);
    }

    private LocalDate session(Row row) {
        String field = row.field().apply("date");
        LocalDate session = date(field, row.date());
        if (session.isBefore(calendar.firstDay()) || session.isAfter(calendar.lastDay())) {
            throw Refused.value(
                    field,
                    row.date(),
                    row.date() + " is outside the calendar, " + calendar.firstDay() + ".." + calendar.lastDay()
                            + "; leave the bar out");
        }
        if (!calendar.isSession(session)) {
            throw Refused.value(field, row.date(), "the exchange is closed on " + row.date() + "; leave the bar out");
        }
        if (!bars.isEmpty() && !session.isAfter(bars.getLast().session())) {
            throw Refused.value(
                    field,
                    row.date(),
                    row.date() + " follows " + bars.getLast().session()
                            + "; order the bars from the oldest to the newest, one for each session");
        }
        return session;
    }

    /** A date in its one written form; else {@link Refused}. */
    public static LocalDate date(String field, String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            // Answered below, as a text of another length is.
        }
        throw Refused.value(field, text, "bad date: '" + text + "'; write it as 2026-04-24");
    }

    private static void within(Row row, String column, double value, double from, double to) {
        if (!(value >= from && value <= to)) {
            throw Refused.value(
                    row.field().apply(column),
                    Double.toString(value),
                    column + " of " + row.date() + " is " + value + "; want a number from " + from + " to " + to);
        }
    }

    private static void requireOrder(Row row) {
        if (row.high() < Math.max(row.open(), Math.max(row.low(), row.close()))) {
            throw Refused.value(
                    row.field().apply("high"),
                    Double.toString(row.high()),
                    "high of " + row.date() + " is " + row.high() + ", below another price of that bar (open "
                            + row.open() + ", low " + row.low() + ", close " + row.close() + "); correct the bar");
        }
        if (row.low() > Math.min(row.open(), row.close())) {
            throw Refused.value(
                    row.field().apply("low"),
                    Double.toString(row.low()),
                    "low of " + row.date() + " is " + row.low() + ", above another price of that bar (open "
                            + row.open() + ", close " + row.close() + "); correct the bar");
        }
    }

    private double adjustedClose(Row row) {
        boolean given = !Double.isNaN(row.adjustedClose());
        if (!bars.isEmpty() && given != hasAdjustedCloses()) {
            throw Refused.value(
                    row.field().apply("adjustedClose"),
                    given ? Double.toString(row.adjustedClose()) : null,
                    "adjustedClose of " + row.date() + " is " + (given ? "given, those before are not" : "absent")
                            + "; give it in every bar or in none");
        }
        if (given) {
            within(row, "adjustedClose", row.adjustedClose(), LOWEST_PRICE, HIGHEST_PRICE);
        }
        return row.adjustedClose();
    }
}
