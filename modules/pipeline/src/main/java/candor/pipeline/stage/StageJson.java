package candor.pipeline.stage;

import candor.forecasting.market.Symbol;
import candor.store.checkpoint.CheckpointRef;
import candor.store.failure.RequestRefused;
import candor.store.json.Json;
import candor.store.run.Approval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Stage requests and results as JSON, the payloads of Task states. */
public final class StageJson {

    private static final Pattern EXECUTION = Pattern.compile("[A-Za-z0-9._=-]{1,80}");

    private StageJson() {}

    /** Parses a request; throws {@link RequestRefused} that names the field, the value and the remedy. */
    public static StageRequest readRequest(byte[] json) {
        JsonNode tree;
        try {
            tree = Json.readTree(json);
        } catch (JacksonException e) {
            throw new RequestRefused("the request is not JSON: " + e.getOriginalMessage(), e);
        }
        if (!tree.isObject()) {
            throw new RequestRefused("the request is not a JSON object; see the files under events/ for its form");
        }
        String execution = optional(tree, "execution", StageJson::execution);
        Symbol symbol = optional(tree, "symbol", Symbol::of);
        if (execution == null || symbol == null) {
            throw new RequestRefused("the request lacks the field '" + (symbol == null ? "symbol" : "execution")
                    + "'; see the files under events/ for its form");
        }
        return new StageRequest(
                execution,
                symbol,
                optional(tree, "asOf", StageJson::date),
                optional(tree, "source", Function.identity()),
                optional(tree, "refreshFrom", StageName::of),
                attempt(tree),
                without(tree),
                approval(tree),
                checkpoints(tree),
                optional(tree, "scheduledTime", StageJson::instant));
    }

    public static byte[] writeResult(StageResult result) {
        return Json.writeLine(result);
    }

    /** What a stage answers that has nothing to do: the run ends there, and has succeeded. */
    public static byte[] writeNothingToDo(StageName stage, StageRequest request, String reason) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("stage", stage);
        answer.put("symbol", request.symbol());
        answer.put("nothingToDo", reason);
        return Json.writeLine(answer);
    }

    private static <T> @Nullable T optional(JsonNode tree, String field, Function<String, T> parse) {
        JsonNode node = tree.path(field);
        if (absent(node) || (node.isString() && node.stringValue().isEmpty())) {
            return null;
        }
        if (!node.isString()) {
            throw new RequestRefused("the request's field '" + field + "' is not text: " + node);
        }
        try {
            return parse.apply(node.stringValue());
        } catch (IllegalArgumentException e) {
            throw new RequestRefused("the request's field '" + field + "': " + e.getMessage(), e);
        }
    }

    /** The name becomes part of an object's key. */
    private static String execution(String text) {
        if (!EXECUTION.matcher(text).matches()) {
            throw new IllegalArgumentException("bad name: '" + text
                    + "'; start the execution under a name of 1 to 80 of A-Z, a-z, 0-9, '.', '_', '=', '-'");
        }
        return text;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("bad date: '" + text + "'; write it as 2026-04-24", e);
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("bad time: '" + text + "'; write it as 2026-04-24T22:30:00Z", e);
        }
    }

    private static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static int attempt(JsonNode tree) {
        JsonNode node = tree.path("attempt");
        if (absent(node)) {
            return 0;
        }
        if (!node.isInt() || node.intValue() < 0) {
            throw new RequestRefused("the request's field 'attempt' is not a whole number from 0: " + node);
        }
        return node.intValue();
    }

    private static List<String> without(JsonNode tree) {
        List<String> names = new ArrayList<>();
        JsonNode list = tree.path("without");
        if (!list.isArray() && !absent(list)) {
            throw new RequestRefused("the request's field 'without' is not a list of names: " + list);
        }
        for (JsonNode name : list) {
            if (!name.isString()) {
                throw new RequestRefused("the request's field 'without' holds something other than names: " + name);
            }
            names.add(name.stringValue());
        }
        return List.copyOf(names);
    }

    private static @Nullable Approval approval(JsonNode tree) {
        JsonNode node = tree.path("approval");
        if (absent(node)) {
            return null;
        }
        if (!node.isObject() || !node.path("decision").isString()) {
            throw new RequestRefused("the request's field 'approval' is not an object with a 'decision': " + node);
        }
        try {
            return new Approval(
                    Approval.Decision.of(node.path("decision").stringValue()),
                    optional(node, "token", Function.identity()),
                    optional(node, "by", Function.identity()),
                    optional(node, "decided", StageJson::instant),
                    optional(node, "reason", Function.identity()));
        } catch (IllegalArgumentException e) {
            throw new RequestRefused("the request's field 'approval': " + e.getMessage(), e);
        }
    }

    private static SortedMap<String, CheckpointRef> checkpoints(JsonNode tree) {
        SortedMap<String, CheckpointRef> refs = new TreeMap<>();
        JsonNode all = tree.path("checkpoints");
        if (!all.isObject() && !absent(all)) {
            throw new RequestRefused(
                    "the request's field 'checkpoints' is not an object of references by stage: " + all);
        }
        for (Map.Entry<String, JsonNode> entry : all.properties()) {
            String key = entry.getValue().path("key").stringValue("");
            String sha256 = entry.getValue().path("sha256").stringValue("");
            if (key.isEmpty() || sha256.isEmpty()) {
                throw new RequestRefused("the request's field 'checkpoints." + entry.getKey()
                        + "' lacks 'key' or 'sha256': " + entry.getValue());
            }
            refs.put(entry.getKey(), new CheckpointRef(key, sha256));
        }
        return refs;
    }
}
