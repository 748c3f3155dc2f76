package candor.marketdata.tiingo;

import candor.marketdata.json.JsonPath;
import candor.store.port.RawBar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the JSON of Tiingo's end-of-day prices. They are as traded already; a dividend is as paid, and a split factor of
 * 1 means none.
 */
final class TiingoJson {

    private static final int DATE_LENGTH = 10;

    private TiingoJson() {}

    /** The bars, ascending; throws {@link candor.store.failure.InputRefused} that names path, value and remedy. */
    static List<RawBar> parse(byte[] body) {
        JsonPath root = JsonPath.parse(TiingoBars.NAME, body);
        Map<LocalDate, RawBar> rows = new TreeMap<>();
        for (int i = 0; i < root.size(); i++) {
            RawBar row = row(root.element(i));
            if (rows.put(row.session(), row) != null) {
                throw root.element(i).rejected("a session came twice");
            }
        }
        List<RawBar> bars = new ArrayList<>();
        rows.values().forEach(row -> bars.add(row.withLine(bars.size() + 1)));
        return bars;
    }

    private static RawBar row(JsonPath row) {
        double split = split(row.field("splitFactor"));
        return new RawBar(
                1,
                date(row.field("date")),
                value(row.field("open"), Double.NaN),
                value(row.field("high"), Double.NaN),
                value(row.field("low"), Double.NaN),
                value(row.field("close"), Double.NaN),
                value(row.field("adjClose"), Double.NaN),
                value(row.field("volume"), Double.NaN),
                cash(row.field("divCash")),
                split == 1 ? 0 : split,
                0);
    }

    private static double value(JsonPath value, double otherwise) {
        return value.isThere() ? value.number() : otherwise;
    }

    private static double split(JsonPath factor) {
        double value = value(factor, 1);
        if (!(value > 0)) {
            throw factor.rejected("a split factor is above zero");
        }
        return value;
    }

    private static double cash(JsonPath amount) {
        double value = value(amount, 0);
        if (!(value >= 0)) {
            throw amount.rejected("an amount per share cannot be negative");
        }
        return value;
    }

    private static LocalDate date(JsonPath date) {
        String text = date.text("");
        try {
            return LocalDate.parse(text.length() > DATE_LENGTH ? text.substring(0, DATE_LENGTH) : text);
        } catch (DateTimeException e) {
            throw date.rejected("a date as 2024-01-31 was expected");
        }
    }
}
