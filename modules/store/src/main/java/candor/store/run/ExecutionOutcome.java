package candor.store.run;

import candor.forecasting.market.Symbol;
import candor.store.failure.RequestRefused;
import candor.store.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * How an execution ended: EventBridge's event 'Step Functions Execution Status Change' (source {@code aws.states}), which
 * the local runner writes in the same form.
 *
 * @param execution its name
 * @param arn its Amazon resource name
 * @param asOf as asked for in the input; null where it was left to Ingest, or is no date: that the run failed of
 * @param error error name; null for one that was aborted
 */
public record ExecutionOutcome(
        String execution,
        String arn,
        String status,
        Symbol symbol,
        @Nullable LocalDate asOf,
        Instant started,
        @Nullable Instant ended,
        @Nullable String error,
        @Nullable String cause) {

    /** Parses the event; throws {@link RequestRefused} that names what is missing. */
    public static ExecutionOutcome parse(byte[] event) {
        try {
            JsonNode detail = Json.readTree(event).path("detail");
            JsonNode input = Json.readTree(required(detail, "input").getBytes(StandardCharsets.UTF_8));
            return new ExecutionOutcome(
                    required(detail, "name"),
                    required(detail, "executionArn"),
                    required(detail, "status"),
                    Symbol.of(required(input, "symbol")),
                    optional(input, "asOf", ExecutionOutcome::date).orElse(null),
                    Instant.ofEpochMilli(detail.path("startDate").longValue(0)),
                    detail.path("stopDate").isNumber()
                            ? Instant.ofEpochMilli(detail.path("stopDate").longValue())
                            : null,
                    optional(detail, "error", Function.identity()).orElse(null),
                    optional(detail, "cause", Function.identity()).orElse(null));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new RequestRefused("this is no 'Step Functions Execution Status Change' event: " + e.getMessage(), e);
        }
    }

    /** The failure has to be recorded even where a bad date is its reason. */
    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String required(JsonNode node, String field) {
        return optional(node, field, Function.identity())
                .orElseThrow(() -> new RequestRefused("the event lacks the field '" + field
                        + "'; it must be a 'Step Functions Execution Status Change' event"));
    }

    private static <T> Optional<T> optional(JsonNode node, String field, Function<String, @Nullable T> parse) {
        return Optional.ofNullable(node.path(field).stringValue(null)).map(parse);
    }
}
