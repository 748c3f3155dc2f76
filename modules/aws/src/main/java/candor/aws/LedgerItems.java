package candor.aws;

import static candor.aws.LedgerTable.text;

import candor.forecasting.market.Symbol;
import candor.store.port.ApprovalEntry;
import candor.store.port.ForecastEntry;
import candor.store.port.RunEntry;
import candor.store.port.ScoreEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Ledger entries as DynamoDB items: one attribute for each field, absent where it is null. */
final class LedgerItems {

    static final String STARTED = "started";

    private static final DateTimeFormatter NINE_DECIMALS =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);

    private LedgerItems() {}

    static String instant(Instant instant) {
        return NINE_DECIMALS.format(instant);
    }

    /** The horizon with leading zeros, so that text order is numeric order. */
    static String digits(int horizon) {
        return String.format(Locale.ROOT, "%04d", horizon);
    }

    static Map<String, AttributeValue> item(
            String partition, String sort, SortedMap<String, AttributeValue> attributes) {
        SortedMap<String, AttributeValue> item = new TreeMap<>(attributes);
        item.putAll(LedgerTable.key(partition, sort));
        return item;
    }

    static SortedMap<String, AttributeValue> attributes(RunEntry run) {
        SortedMap<String, AttributeValue> attributes = new TreeMap<>();
        attributes.put("runId", text(run.runId()));
        attributes.put("execution", text(run.execution()));
        attributes.put("symbol", text(run.symbol().value()));
        attributes.put(STARTED, text(instant(run.started())));
        attributes.put("status", text(run.status()));
        putIfPresent(attributes, "asOf", run.asOf());
        putIfPresent(attributes, "ended", run.ended());
        putIfPresent(attributes, "error", run.error());
        putIfPresent(attributes, "cause", run.cause());
        return attributes;
    }

    static RunEntry run(Map<String, AttributeValue> item) {
        AttributeValue asOf = item.get("asOf");
        AttributeValue ended = item.get("ended");
        return new RunEntry(
                string(item, "runId"),
                string(item, "execution"),
                Symbol.of(string(item, "symbol")),
                asOf == null ? null : LocalDate.parse(asOf.s()),
                Instant.parse(string(item, STARTED)),
                ended == null ? null : Instant.parse(ended.s()),
                string(item, "status"),
                stringIfPresent(item, "error"),
                stringIfPresent(item, "cause"));
    }

    static SortedMap<String, AttributeValue> attributes(ForecastEntry forecast) {
        SortedMap<String, AttributeValue> attributes = identity(
                forecast.symbol(), forecast.origin(), forecast.horizon(), forecast.target(), forecast.checkpoint());
        attributes.put("mean", number(forecast.mean()));
        attributes.put("sigma", number(forecast.sigma()));
        attributes.put("sigmaBaseline", number(forecast.sigmaBaseline()));
        SortedMap<String, AttributeValue> quantiles = new TreeMap<>();
        forecast.quantiles()
                .forEach((probability, quantile) -> quantiles.put(probability.toString(), number(quantile)));
        attributes.put("quantiles", AttributeValue.fromM(quantiles));
        return attributes;
    }

    static ForecastEntry forecast(Map<String, AttributeValue> item) {
        SortedMap<Double, Double> quantiles = new TreeMap<>();
        attribute(item, "quantiles")
                .m()
                .forEach((probability, quantile) ->
                        quantiles.put(Double.valueOf(probability), Double.valueOf(quantile.n())));
        return new ForecastEntry(
                Symbol.of(string(item, "symbol")),
                LocalDate.parse(string(item, "origin")),
                Integer.parseInt(attribute(item, "horizon").n()),
                LocalDate.parse(string(item, "target")),
                string(item, "checkpoint"),
                number(item, "mean"),
                number(item, "sigma"),
                number(item, "sigmaBaseline"),
                quantiles);
    }

    static SortedMap<String, AttributeValue> attributes(ScoreEntry score) {
        SortedMap<String, AttributeValue> attributes =
                identity(score.symbol(), score.origin(), score.horizon(), score.target(), score.checkpoint());
        attributes.put("realised", number(score.realised()));
        attributes.put("inside90", AttributeValue.fromBool(score.inside90()));
        attributes.put("intervalScore90", number(score.intervalScore90()));
        attributes.put("qlike", number(score.qlike()));
        attributes.put("qlikeBaseline", number(score.qlikeBaseline()));
        attributes.put("squaredError", number(score.squaredError()));
        attributes.put("squaredErrorZero", number(score.squaredErrorZero()));
        return attributes;
    }

    static ScoreEntry score(Map<String, AttributeValue> item) {
        return new ScoreEntry(
                Symbol.of(string(item, "symbol")),
                LocalDate.parse(string(item, "origin")),
                Integer.parseInt(attribute(item, "horizon").n()),
                LocalDate.parse(string(item, "target")),
                string(item, "checkpoint"),
                number(item, "realised"),
                attribute(item, "inside90").bool(),
                number(item, "intervalScore90"),
                number(item, "qlike"),
                number(item, "qlikeBaseline"),
                number(item, "squaredError"),
                number(item, "squaredErrorZero"));
    }

    static SortedMap<String, AttributeValue> attributes(ApprovalEntry approval) {
        SortedMap<String, AttributeValue> attributes = new TreeMap<>();
        attributes.put("runId", text(approval.runId()));
        attributes.put("proposal", text(approval.proposal()));
        attributes.put("approved", AttributeValue.fromBool(approval.approved()));
        attributes.put("by", text(approval.by()));
        attributes.put("decided", text(instant(approval.decided())));
        putIfPresent(attributes, "reason", approval.reason());
        return attributes;
    }

    static ApprovalEntry approval(Map<String, AttributeValue> item) {
        return new ApprovalEntry(
                string(item, "runId"),
                string(item, "proposal"),
                attribute(item, "approved").bool(),
                string(item, "by"),
                Instant.parse(string(item, "decided")),
                stringIfPresent(item, "reason"));
    }

    private static SortedMap<String, AttributeValue> identity(
            Symbol symbol, LocalDate origin, int horizon, LocalDate target, String checkpoint) {
        SortedMap<String, AttributeValue> attributes = new TreeMap<>();
        attributes.put("symbol", text(symbol.value()));
        attributes.put("origin", text(origin.toString()));
        attributes.put("horizon", AttributeValue.fromN(Integer.toString(horizon)));
        attributes.put("target", text(target.toString()));
        attributes.put("checkpoint", text(checkpoint));
        return attributes;
    }

    private static void putIfPresent(
            SortedMap<String, AttributeValue> attributes, String name, @Nullable Object value) {
        if (value != null) {
            attributes.put(name, text(value.toString()));
        }
    }

    /** Shortest round-trip form: at most 17 of the 38 digits that DynamoDB keeps. */
    private static AttributeValue number(double value) {
        return AttributeValue.fromN(Double.toString(value));
    }

    private static double number(Map<String, AttributeValue> item, String name) {
        return Double.parseDouble(attribute(item, name).n());
    }

    private static String string(Map<String, AttributeValue> item, String name) {
        return attribute(item, name).s();
    }

    private static @Nullable String stringIfPresent(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? null : value.s();
    }

    private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), () -> "an item of the ledger lacks '" + name + "': " + item);
    }
}
