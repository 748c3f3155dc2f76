package candor.local.words;

import candor.forecasting.text.Figures;
import candor.local.wiring.SourcesJudged;
import candor.marketdata.compare.CrossCheck;
import candor.marketdata.compare.Difference;
import candor.store.csv.Csv;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Two sources side by side, as lines for a person and as a document for a script. */
public final class CrossCheckText {

    private static final int SHOWN = 50;

    private CrossCheckText() {}

    public static List<String> lines(CrossCheck check, SourcesJudged judged) {
        List<String> lines = new ArrayList<>();
        lines.add(check.a() + " beside " + check.b() + ": "
                + (check.from() == null
                        ? "they have no day in common"
                        : Figures.count(check.compared(), "session") + " from " + check.from() + " to " + check.to()
                                + ", "
                                + (check.rows().isEmpty()
                                        ? "no difference"
                                        : Figures.count(check.rows().size(), "difference"))));
        for (Difference.Column column : Difference.Column.values()) {
            lines.add("  " + name(column) + "  " + check.counts().getOrDefault(column, 0));
        }
        check.rows().stream()
                .limit(SHOWN)
                .forEach(row -> lines.add(
                        row.session() + "  " + name(row.column()) + "  " + value(row.a()) + "  " + value(row.b())));
        if (check.rows().size() > SHOWN) {
            lines.add("and " + (check.rows().size() - SHOWN) + " more; --json lists them all");
        }
        judged.stops()
                .forEach((source, stops) ->
                        stops.forEach(stop -> lines.add("a run on " + source + " would stop: " + stop)));
        return lines;
    }

    public static Map<String, Object> document(CrossCheck check, SourcesJudged judged) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("a", check.a());
        document.put("b", check.b());
        document.put("from", check.from());
        document.put("to", check.to());
        document.put("compared", check.compared());
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Difference.Column column : Difference.Column.values()) {
            counts.put(name(column), check.counts().getOrDefault(column, 0));
        }
        document.put("differences", counts);
        document.put("rows", check.rows().stream().map(CrossCheckText::row).toList());
        document.put("stops", judged.stops());
        return document;
    }

    private static Map<String, Object> row(Difference row) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("session", row.session());
        document.put("column", name(row.column()));
        document.put("a", Double.isNaN(row.a()) ? null : row.a());
        document.put("b", Double.isNaN(row.b()) ? null : row.b());
        return document;
    }

    private static String value(double number) {
        return Double.isNaN(number) ? "none" : Csv.cell(number);
    }

    private static String name(Difference.Column column) {
        return column.name().toLowerCase(Locale.ROOT);
    }
}
