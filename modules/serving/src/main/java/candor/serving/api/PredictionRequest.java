package candor.serving.api;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Symbol;
import candor.store.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The body of {@code POST /v1/predictions}: {@code symbol} and {@code bars}. */
record PredictionRequest(Symbol symbol, GivenBars bars) {

    /** Characters of a body: some 10,000 bars with long decimals. */
    static final int LONGEST = 2_000_000;

    private static final String JSON = "application/json";
    private static final Set<String> FIELDS = Set.of("symbol", "bars");
    private static final Set<String> COLUMNS =
            Set.of("date", "open", "high", "low", "close", "adjustedClose", "volume");

    /** Parses the body; throws an {@link ApiProblem} with a JSON pointer to what is wrong in it. */
    static PredictionRequest read(ApiRequest request, TradingCalendar calendar) {
        JsonNode tree = tree(request);
        requireObject(tree, "", FIELDS);
        Symbol symbol = symbol(tree.get("symbol"));
        JsonNode list = tree.get("bars");
        if (list == null || !list.isArray() || list.isEmpty()) {
            throw ApiProblem.value(
                    "/bars", shown(list), "bars is " + shown(list) + "; want a list of bars, oldest first");
        }
        GivenBars bars = new GivenBars(calendar);
        for (int i = 0; i < list.size(); i++) {
            bars.add(row(list.get(i), "/bars/" + i));
        }
        return new PredictionRequest(symbol, bars);
    }

    private static JsonNode tree(ApiRequest request) {
        String type = request.contentType();
        if (type != null
                && !type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(JSON)) {
            throw new ApiProblem(415, "Content-Type", type, "the body is said to be " + type + "; send " + JSON);
        }
        String body = request.body();
        if (body == null || body.isBlank()) {
            throw new ApiProblem(400, "", null, "no body; send an object with symbol and bars as " + JSON);
        }
        if (body.length() > LONGEST) {
            throw new ApiProblem(
                    413,
                    "",
                    null,
                    "the body has " + body.length() + " characters; send at most " + LONGEST + ", which hold "
                            + GivenBars.MOST + " bars");
        }
        try {
            return Json.readEditedTree(body.getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            throw new ApiProblem(400, "", null, "the body is not JSON: " + Json.reason(e) + "; correct it");
        }
    }

    private static void requireObject(JsonNode node, String pointer, Set<String> known) {
        if (!node.isObject()) {
            throw ApiProblem.value(pointer, shown(node), "want an object here, not " + shown(node));
        }
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw ApiProblem.value(
                        pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
                        shown(node.get(name)),
                        "unknown field '" + abbreviated(name) + "'; leave it out, the fields are "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    private static Symbol symbol(@Nullable JsonNode node) {
        if (node == null || !node.isString()) {
            throw ApiProblem.value("/symbol", shown(node), "symbol is " + shown(node) + "; want a text as in \"STX\"");
        }
        try {
            return Symbol.of(node.stringValue());
        } catch (IllegalArgumentException e) {
            throw ApiProblem.value("/symbol", node.stringValue(), abbreviated(String.valueOf(e.getMessage())));
        }
    }

    private static GivenBars.Row row(JsonNode node, String pointer) {
        requireObject(node, pointer, COLUMNS);
        UnaryOperator<String> field = column -> pointer + "/" + column;
        JsonNode date = node.get("date");
        if (date == null || !date.isString()) {
            throw ApiProblem.value(
                    field.apply("date"), shown(date), "date is " + shown(date) + "; want a text as in \"2026-04-24\"");
        }
        return new GivenBars.Row(
                field,
                abbreviated(date.stringValue()),
                number(node, field, "open"),
                number(node, field, "high"),
                number(node, field, "low"),
                number(node, field, "close"),
                node.has("adjustedClose") ? number(node, field, "adjustedClose") : Double.NaN,
                number(node, field, "volume"),
                0,
                0);
    }

    private static double number(JsonNode bar, UnaryOperator<String> field, String column) {
        JsonNode node = bar.get(column);
        double value = node != null && node.isNumber() ? node.asDouble(Double.NaN) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw ApiProblem.value(field.apply(column), shown(node), column + " is " + shown(node) + "; want a number");
        }
        return value;
    }

    private static @Nullable String shown(@Nullable JsonNode node) {
        return node == null ? "absent" : abbreviated(node.toString());
    }

    private static String abbreviated(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
