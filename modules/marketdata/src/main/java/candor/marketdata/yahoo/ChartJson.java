package candor.marketdata.yahoo;

import candor.marketdata.json.JsonPath;
import candor.store.port.Instrument;
import candor.store.port.RawBar;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON of the chart endpoint. A session's date is that of its timestamp in the exchange's own time zone. Prices
 * are single-precision numbers widened to double: the decimal that was quoted is restored. Volumes are whole already.
 *
 * <p>An adjusted close may be any finite number, as absurd ones are served: it is evidence, and repaired like a file's.
 *
 * <p>Where a day has two rows, as the present one sometimes has, the later one stands: it holds the same prices and the
 * more complete volume. A dividend, split or capital gain of a day without a bar is a row without prices.
 */
final class ChartJson {

    /** Years 1900 to 2100. */
    private static final long FIRST_SECOND = -2_208_988_800L;

    private static final long LAST_SECOND = 4_102_444_800L;
    private static final double LARGEST = 1e15;
    private static final double LARGEST_SPLIT = 1e6;
    private static final String DAILY = "1d";

    private final JsonPath result;
    private final ZoneId zone;
    private final List<String> notes = new ArrayList<>();
    private final Map<LocalDate, RawBar> rows = new TreeMap<>();

    private ChartJson(JsonPath result, ZoneId zone) {
        this.result = result;
        this.zone = zone;
    }

    /** Parses a body; throws {@link candor.store.failure.InputRefused} that names path, value and remedy. */
    static ChartAnswer parse(byte[] body) {
        JsonPath root = JsonPath.parse("yahoo", body);
        JsonPath top = root.field(root.has("finance") ? "finance" : "chart");
        JsonPath error = top.field("error");
        if (error.isThere()) {
            return new ChartAnswer.Rejected(
                    error.field("code").text(""), error.field("description").text(""));
        }
        JsonPath result = top.field("result").element(0);
        JsonPath meta = result.field("meta");
        if (!meta.isThere()) {
            throw (result.isThere() ? meta : top.field("result")).rejected("bars or an error were expected");
        }
        Instrument instrument = new Instrument(
                meta.field("currency").textOrNull(),
                meta.field("exchangeName").textOrNull(),
                meta.field("exchangeTimezoneName").textOrNull(),
                meta.field("instrumentType").textOrNull(),
                name(meta));
        JsonPath firstTrade = meta.field("firstTradeDate");
        LocalDate first = firstTrade.isThere() ? date(firstTrade, ZoneOffset.UTC) : null;
        if (!result.field("timestamp").isThere()) {
            return new ChartAnswer.Bars(instrument, first, List.of(), List.of());
        }
        requireDaily(meta);
        ChartJson chart = new ChartJson(result, zone(meta));
        return new ChartAnswer.Bars(instrument, first, chart.bars(), chart.notes);
    }

    private static @Nullable String name(JsonPath meta) {
        String name = meta.field("longName").textOrNull();
        return name == null ? meta.field("shortName").textOrNull() : name;
    }

    private static void requireDaily(JsonPath meta) {
        JsonPath granularity = meta.field("dataGranularity");
        if (!granularity.text(DAILY).equals(DAILY)) {
            throw granularity.rejected("daily bars were asked for, and others came");
        }
    }

    private static ZoneId zone(JsonPath meta) {
        JsonPath zone = meta.field("exchangeTimezoneName");
        try {
            return ZoneId.of(zone.text(""));
        } catch (DateTimeException unknown) {
            throw zone.rejected("no time zone, without which a timestamp has no date");
        }
    }

    private List<RawBar> bars() {
        JsonPath timestamps = result.field("timestamp");
        JsonPath quote = result.field("indicators").field("quote").element(0);
        double[] open = prices(quote.field("open"), timestamps.size());
        double[] high = prices(quote.field("high"), timestamps.size());
        double[] low = prices(quote.field("low"), timestamps.size());
        double[] close = prices(quote.field("close"), timestamps.size());
        double[] volume = values(quote.field("volume"), timestamps.size(), ChartJson::number);
        JsonPath adjustedBlock = result.field("indicators").field("adjclose").element(0);
        double[] adjusted = quoted(values(adjustedBlock.field("adjclose"), timestamps.size(), JsonPath::number));
        for (int i = 0; i < timestamps.size(); i++) {
            LocalDate session = date(timestamps.element(i));
            add(new RawBar(i + 1, session, open[i], high[i], low[i], close[i], adjusted[i], volume[i], 0, 0, 0));
        }
        addEvents();
        List<RawBar> bars = new ArrayList<>();
        rows.values().forEach(bar -> bars.add(bar.withLine(bars.size() + 1)));
        return bars;
    }

    private void add(RawBar bar) {
        RawBar before = rows.get(bar.session());
        if (before != null) {
            notes.add(bar.session() + " came twice; the later row with a close is taken");
        }
        if (before == null || !Double.isNaN(bar.close())) {
            rows.put(bar.session(), bar);
        }
    }

    private static double[] prices(JsonPath array, int count) {
        return quoted(values(array, count, ChartJson::number));
    }

    private static double[] quoted(double[] values) {
        return Arrays.stream(values).map(ChartJson::quoted).toArray();
    }

    /** NaN for null, and for all where there is no such array. */
    private static double[] values(JsonPath array, int count, ToDoubleFunction<JsonPath> reading) {
        double[] values = new double[count];
        if (!array.isThere()) {
            Arrays.fill(values, Double.NaN);
            return values;
        }
        if (array.size() != count) {
            throw array.rejected("it has " + array.size() + " values for " + count + " timestamps");
        }
        for (int i = 0; i < count; i++) {
            JsonPath value = array.element(i);
            values[i] = value.isThere() ? reading.applyAsDouble(value) : Double.NaN;
        }
        return values;
    }

    private static double number(JsonPath place) {
        double value = place.number();
        if (Math.abs(value) > LARGEST) {
            throw place.rejected("no price, volume or amount is that large");
        }
        return value;
    }

    /** The shortest decimal that has this single-precision value; a number of more precision stays. */
    static double quoted(double value) {
        float single = (float) value;
        return single == value ? Double.parseDouble(Float.toString(single)) : value;
    }

    private LocalDate date(JsonPath timestamp) {
        return date(timestamp, zone);
    }

    private static LocalDate date(JsonPath timestamp, ZoneId zone) {
        double seconds = timestamp.number();
        if (!(seconds >= FIRST_SECOND && seconds <= LAST_SECOND)) {
            throw timestamp.rejected("no second of the years 1900 to 2100");
        }
        return Instant.ofEpochSecond((long) seconds).atZone(zone).toLocalDate();
    }

    private void addEvents() {
        JsonPath events = result.field("events");
        for (JsonPath dividend : events.field("dividends").children()) {
            requireCurrencyOfPrices(dividend);
            RawBar row = rowOf(dividend);
            rows.put(
                    row.session(),
                    row.withActions(sum(row.dividend(), amount(dividend)), row.split(), row.capitalGain()));
        }
        for (JsonPath gain : events.field("capitalGains").children()) {
            requireCurrencyOfPrices(gain);
            RawBar row = rowOf(gain);
            rows.put(row.session(), row.withActions(row.dividend(), row.split(), sum(row.capitalGain(), amount(gain))));
        }
        for (JsonPath split : events.field("splits").children()) {
            RawBar row = rowOf(split);
            double both = row.split() > 0 ? row.split() * ratio(split) : ratio(split);
            rows.put(row.session(), row.withActions(row.dividend(), both, row.capitalGain()));
        }
    }

    /** An amount in another currency cannot be taken from a price; one that does not say is in that of the prices. */
    private void requireCurrencyOfPrices(JsonPath event) {
        JsonPath currency = event.field("currency");
        String prices = result.field("meta").field("currency").textOrNull();
        if (prices != null && !currency.text(prices).equals(prices)) {
            throw currency.rejected("the prices are in " + prices
                    + ", and an amount in another currency cannot be taken" + " from them");
        }
    }

    private RawBar rowOf(JsonPath event) {
        LocalDate session = date(event.field("date"));
        RawBar row = rows.get(session);
        if (row != null) {
            return row;
        }
        notes.add(session + " has a dividend or split, but no bar");
        double none = Double.NaN;
        return new RawBar(1, session, none, none, none, none, none, none, 0, 0, 0);
    }

    private static double amount(JsonPath event) {
        JsonPath amount = event.field("amount");
        double value = number(amount);
        if (!(value >= 0)) {
            throw amount.rejected("an amount per share cannot be negative");
        }
        return quoted(value);
    }

    /** Of decimals: ten cents and twenty are thirty. */
    private static double sum(double a, double b) {
        return BigDecimal.valueOf(a).add(BigDecimal.valueOf(b)).doubleValue();
    }

    private static double ratio(JsonPath split) {
        double numerator = split.field("numerator").number();
        double denominator = split.field("denominator").number();
        double ratio = numerator / denominator;
        if (!(numerator > 0 && denominator > 0 && ratio >= 1 / LARGEST_SPLIT && ratio <= LARGEST_SPLIT)) {
            throw split.rejected("a split has two positive numbers, none a million times the other");
        }
        return ratio;
    }
}
