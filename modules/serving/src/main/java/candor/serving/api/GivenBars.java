package candor.serving.api;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Bar;
import candor.forecasting.market.PriceHistory;
import candor.store.port.Provenance;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The bars that a user brings, oldest first, each checked as it comes. What is no market's bar is {@link ApiProblem}. */
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
     * @param cash dividends and gains per share; 0 for none
     * @param split shares after for one before; 0 for none
     */
    public record Row(
            UnaryOperator<String> field,
            String date,
            double open,
            double high,
            double low,
            double close,
            double adjustedClose,
            double volume,
            double cash,
            double split) {}

    /** A close that moves by more than this, while the adjusted close does not, moves by a split. */
    private static final double SPLIT = 1.2;

    private final TradingCalendar calendar;
    private final List<RawBar> bars = new ArrayList<>();
    private final List<UnaryOperator<String>> fields = new ArrayList<>();
    private final @Nullable String currency;

    public GivenBars(TradingCalendar calendar) {
        this(calendar, null);
    }

    /** @param currency of the prices; null where it is not said */
    public GivenBars(TradingCalendar calendar, @Nullable String currency) {
        this.calendar = calendar;
        this.currency = currency;
    }

    /** Appends a bar; throws {@link ApiProblem} where it cannot follow. */
    public void add(Row row) {
        LocalDate session = session(row);
        if (bars.size() == MOST) {
            throw ApiProblem.value(
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
        bars.add(new RawBar(
                bars.size() + 1,
                session,
                row.open(),
                row.high(),
                row.low(),
                row.close(),
                adjustedClose(row),
                row.volume(),
                row.cash(),
                row.split(),
                0));
        fields.add(row.field());
    }

    /** The session of the last bar; null before the first. */
    public @Nullable LocalDate lastSession() {
        return bars.isEmpty() ? null : bars.getLast().session();
    }

    /** Where a column of the last bar stands. */
    String fieldOfLast(String column) {
        return bars.isEmpty() ? column : fieldOf(bars.getLast(), column);
    }

    /** Where a column of one of the bars stands. */
    String fieldOf(RawBar bar, String column) {
        return fields.get(bar.line() - 1).apply(column);
    }

    @Nullable
    RawBar find(LocalDate session) {
        return bars.stream()
                .filter(bar -> bar.session().equals(session))
                .findFirst()
                .orElse(null);
    }

    boolean hasAdjustedCloses() {
        return !bars.isEmpty() && !Double.isNaN(bars.getFirst().adjustedClose());
    }

    int size() {
        return bars.size();
    }

    /** Whether dividends or splits were given. */
    boolean hasActions() {
        return bars.stream().anyMatch(bar -> bar.dividend() != 0 || bar.split() != 0);
    }

    /** The bars as a history, as they are; where no adjusted close was given, by the closes. */
    PriceHistory toHistory() {
        return PriceHistory.of(
                bars.stream()
                        .map(bar ->
                                new Bar(bar.session(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()))
                        .toList(),
                bars.stream()
                        .mapToDouble(bar -> hasAdjustedCloses() ? bar.adjustedClose() : bar.close())
                        .toArray());
    }

    /**
     * The bars as the judge takes them. Where adjusted closes were given, prices are brought to the newest shares by the
     * splits that they tell of, as closes may be of any.
     */
    Retrieval toRetrieval() {
        SortedMap<String, String> provenance = new TreeMap<>();
        Provenance.COLUMNS.note(
                provenance, "date,open,high,low,close,volume" + (hasActions() ? ",dividends,splits" : ""));
        if (currency != null) {
            Provenance.CURRENCY.note(provenance, currency);
        }
        return new Retrieval.OneFile(
                Retrieval.Place.REQUEST,
                hasAdjustedCloses() ? inNewestShares() : bars,
                hasAdjustedCloses(),
                provenance);
    }

    private List<RawBar> inNewestShares() {
        List<RawBar> restated = new ArrayList<>();
        double shares = 1;
        for (int t = bars.size() - 1; t >= 0; t--) {
            RawBar bar = bars.get(t);
            restated.add(
                    bar.withPrices(bar.open() / shares, bar.high() / shares, bar.low() / shares, bar.close() / shares)
                            .withVolume(bar.volume() * shares)
                            .withActions(0, 0, 0));
            shares *= t == 0 ? 1 : splitBetween(bars.get(t - 1), bar);
        }
        return restated.reversed();
    }

    private static double splitBetween(RawBar before, RawBar bar) {
        double adjusted = bar.adjustedClose() / before.adjustedClose();
        double ratio = adjusted / (bar.close() / before.close());
        boolean large = Math.max(ratio, 1 / ratio) > SPLIT;
        return large && Math.abs(StrictMath.log(adjusted)) < Math.abs(StrictMath.log(ratio)) / 2 ? ratio : 1;
    }

    private LocalDate session(Row row) {
        String field = row.field().apply("date");
        LocalDate session = date(field, row.date());
        if (session.isBefore(calendar.firstDay()) || session.isAfter(calendar.lastDay())) {
            throw ApiProblem.value(
                    field,
                    row.date(),
                    row.date() + " is outside the calendar, " + calendar.firstDay() + ".." + calendar.lastDay()
                            + "; leave the bar out");
        }
        if (!calendar.isSession(session)) {
            throw ApiProblem.value(
                    field, row.date(), "the exchange is closed on " + row.date() + "; leave the bar out");
        }
        if (!bars.isEmpty() && !session.isAfter(bars.getLast().session())) {
            throw ApiProblem.value(
                    field,
                    row.date(),
                    row.date() + " follows " + bars.getLast().session()
                            + "; order the bars from the oldest to the newest, one for each session");
        }
        return session;
    }

    /** A date in its one written form; else {@link ApiProblem}. */
    public static LocalDate date(String field, String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            // Answered below, as a text of another length is.
        }
        throw ApiProblem.value(field, text, "bad date: '" + text + "'; write it as 2026-04-24");
    }

    private static void within(Row row, String column, double value, double from, double to) {
        if (!(value >= from && value <= to)) {
            throw ApiProblem.value(
                    row.field().apply(column),
                    Double.toString(value),
                    column + " of " + row.date()
                            + (Double.isNaN(value)
                                    ? " is missing; give it, or leave the bar out"
                                    : " is " + value + "; want a number from " + from + " to " + to));
        }
    }

    private static void requireOrder(Row row) {
        if (row.high() < Math.max(row.open(), Math.max(row.low(), row.close()))) {
            throw ApiProblem.value(
                    row.field().apply("high"),
                    Double.toString(row.high()),
                    "high of " + row.date() + " is " + row.high() + ", below another price of that bar (open "
                            + row.open() + ", low " + row.low() + ", close " + row.close() + "); correct the bar");
        }
        if (row.low() > Math.min(row.open(), row.close())) {
            throw ApiProblem.value(
                    row.field().apply("low"),
                    Double.toString(row.low()),
                    "low of " + row.date() + " is " + row.low() + ", above another price of that bar (open "
                            + row.open() + ", close " + row.close() + "); correct the bar");
        }
    }

    private double adjustedClose(Row row) {
        boolean given = !Double.isNaN(row.adjustedClose());
        if (!bars.isEmpty() && given != hasAdjustedCloses()) {
            throw ApiProblem.value(
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
