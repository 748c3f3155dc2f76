package candor.serving.api;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Symbol;
import candor.store.checkpoint.Digest;
import candor.store.failure.UnreadableCheckpoint;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known about all symbols. One that cannot be read does not hide the others. */
final class OverviewAnswers {

    private final ServedForecasts served;
    private final ServedModels models;
    private final TradingCalendar calendar;

    OverviewAnswers(ServedForecasts served, ServedModels models, TradingCalendar calendar) {
        this.served = served;
        this.models = models;
        this.calendar = calendar;
    }

    record Symbols(List<Symbol> symbols) {}

    /**
     * @param status ok; stale or unreadable where one symbol is; empty where no symbol has a forecast
     * @param version of Candor
     */
    record Health(String status, String version, List<SymbolHealth> symbols) {}

    /**
     * @param sessionsBehind the data's age: finished sessions after asOf
     * @param modelSessionsBehind the model's age: finished sessions after its fit; to asOf for the synthetic stock
     * @param problem why forecast or model cannot be read, and what to do; then what is not known is absent
     */
    record SymbolHealth(
            Symbol symbol,
            @Nullable LocalDate asOf,
            @Nullable Integer sessionsBehind,
            boolean stale,
            @Nullable LocalDate modelFittedAt,
            @Nullable Integer modelSessionsBehind,
            @Nullable String problem) {}

    ApiResponse symbols(ApiRequest request) {
        ApiResponse all = ApiResponse.json(200, new Symbols(served.symbols()));
        String tag = "\"" + Digest.of(all.body().getBytes(StandardCharsets.UTF_8)) + "\"";
        return all.tagged(request, tag, "max-age=60");
    }

    ApiResponse health() {
        List<SymbolHealth> symbols = served.symbols().stream()
                .map(this::health)
                .flatMap(Optional::stream)
                .toList();
        return ApiResponse.json(200, new Health(status(symbols), Specification.version(), symbols))
                .withHeader("Cache-Control", "no-store");
    }

    private static String status(List<SymbolHealth> symbols) {
        if (symbols.isEmpty()) {
            return "empty";
        }
        if (symbols.stream().anyMatch(symbol -> symbol.problem() != null)) {
            return "unreadable";
        }
        return symbols.stream().anyMatch(SymbolHealth::stale) ? "stale" : "ok";
    }

    private Optional<SymbolHealth> health(Symbol symbol) {
        try {
            return served.find(symbol).map(this::health);
        } catch (UnreadableCheckpoint e) {
            return Optional.of(new SymbolHealth(symbol, null, null, true, null, null, e.getMessage()));
        }
    }

    private SymbolHealth health(ServedForecast found) {
        Symbol symbol = found.forecast().symbol();
        LocalDate asOf = found.forecast().asOf();
        try {
            LocalDate fittedAt = models.of(found).fittedAt();
            int age = calendar.sessions(fittedAt, asOf).size() - 1 + found.sessionsBehind();
            return new SymbolHealth(symbol, asOf, found.sessionsBehind(), found.stale(), fittedAt, age, null);
        } catch (UnreadableCheckpoint e) {
            return new SymbolHealth(symbol, asOf, found.sessionsBehind(), found.stale(), null, null, e.getMessage());
        }
    }
}
