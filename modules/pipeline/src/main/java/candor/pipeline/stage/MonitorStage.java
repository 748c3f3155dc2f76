package candor.pipeline.stage;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.market.Symbol;
import candor.pipeline.report.MetricsDocument;
import candor.pipeline.stage.Scoring.HorizonRecord;
import candor.pipeline.stage.Scoring.MonitoringDocument;
import candor.pipeline.table.FeatureTables;
import candor.store.checkpoint.Checkpoints.Referenced;
import candor.store.checkpoint.Digest;
import candor.store.checkpoint.Input;
import candor.store.checkpoint.Product;
import candor.store.json.Json;
import candor.store.port.ApiHealth;
import candor.store.port.BarSource;
import candor.store.port.Ledger;
import candor.store.port.Metrics;
import candor.store.port.Metrics.Measurement;
import candor.store.port.RunEntry;
import candor.store.port.ScoreEntry;
import candor.store.run.RunId;
import candor.store.run.RunRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Scores the forecasts of earlier runs whose outcome is known by asOf, and says how they did and how far the features have
 * moved: monitoring.json, metrics, and the run's entry in the ledger.
 */
public final class MonitorStage extends CheckpointedStage<MonitorRequest> {

    /** How many past scores are looked at. */
    static final int WINDOW = 250;

    private static final Comparator<ScoreEntry> IN_ORDER = Comparator.comparing(ScoreEntry::origin)
            .thenComparingInt(ScoreEntry::horizon)
            .thenComparing(ScoreEntry::checkpoint);

    private final Ledger ledger;
    private final Metrics metrics;
    private final TradingCalendar calendar;
    private final ApiHealth api;

    /** @param api asked at the end of every run: what it answers is emitted, and reaches no artefact */
    public MonitorStage(Workshop workshop, Ledger ledger, TradingCalendar calendar, Metrics metrics, ApiHealth api) {
        super(StageName.MONITOR, workshop, MonitorRequest::of, calendar.getClass());
        this.calendar = calendar;
        this.ledger = ledger;
        this.metrics = metrics;
        this.api = api;
    }

    @Override
    Plan plan(MonitorRequest request, InputArtefacts inputs) {
        LocalDate asOf = request.day().asOf();
        CleanedBars.askFor(inputs)
                .from(StageName.FEATURES, FeatureTables.KEY)
                .from(StageName.EVALUATE, MetricsDocument.KEY);
        PriceHistory history = CleanedBars.history(inputs);
        MetricsDocument evaluation = inputs.read(MetricsDocument.KEY);
        IssuedForecasts issued = IssuedForecasts.of(workshop(), request.day().symbol(), asOf);
        List<ScoreEntry> all = known(evaluation, Scoring.of(issued.forecasts(), history));
        List<Input> pinned = new ArrayList<>(inputs.toInputs());
        pinned.add(new Input("scores known by " + asOf, Digest.of(Json.write(all))));
        if (issued.unreadable() > 0) {
            pinned.add(new Input("damaged forecasts", Digest.of(Json.write(issued.unreadable()))));
        }
        return Plan.of(asOf, pinned, new TreeMap<>(), () -> {
            FeatureTable features = FeatureTables.read(history, inputs.read(FeatureTables.KEY));
            Drift drift = Drift.of(history, features, asOf);
            return made(
                    Scoring.summary(request.day().symbol(), asOf, evaluation, all, drift), all, issued.unreadable());
        });
    }

    /** The last of each horizon. They are made of checkpoints anew each time; no number comes from the ledger. */
    private static List<ScoreEntry> known(MetricsDocument evaluation, List<ScoreEntry> scores) {
        return evaluation.horizons().stream()
                .flatMap(card -> lastOf(card.sessions(), scores).stream())
                .sorted(IN_ORDER)
                .toList();
    }

    private static List<ScoreEntry> lastOf(int horizon, List<ScoreEntry> scores) {
        List<ScoreEntry> own = scores.stream()
                .filter(score -> score.horizon() == horizon)
                .sorted(IN_ORDER)
                .toList();
        return own.subList(Math.max(0, own.size() - WINDOW), own.size());
    }

    private static Plan.Made made(MonitoringDocument document, List<ScoreEntry> scores, int unreadable) {
        String scored = scores.isEmpty()
                ? "no earlier forecast has a known outcome yet"
                : scores.size() + " earlier forecasts scored";
        String lost = unreadable == 0 ? "" : ", " + unreadable + " left out as what is stored of them is damaged";
        return new Plan.Made(
                List.of(
                        Product.json(MonitoringDocument.KEY, document),
                        Product.json(Scoring.ScoresDocument.KEY, new Scoring.ScoresDocument(Schemas.SCORES, scores))),
                scored + lost + "; " + document.drift().summary());
    }

    @Override
    void settle(MonitorRequest request, Referenced made) {
        Scoring.ScoresDocument scores = workshop().checkpoints().read(made.checkpoint(), Scoring.ScoresDocument.KEY);
        noteNew(request.day().symbol(), made.checkpoint().asOf(), scores.scores());
        MonitoringDocument document = workshop().checkpoints().read(made.checkpoint(), MonitoringDocument.KEY);
        String runId = RunId.of(
                request.day().symbol(), made.checkpoint().asOf(), request.day().execution());
        emit(request, runId, document);
        ledger.recordRun(succeeded(request.day(), runId, made.checkpoint().asOf()));
    }

    /** Only what the ledger has no score for yet: a question costs less than hundreds of rejected writes. */
    private void noteNew(Symbol symbol, LocalDate asOf, List<ScoreEntry> scores) {
        Set<ForecastName> awaiting = ledger.forecastsAwaitingOutcome(symbol, asOf).stream()
                .map(forecast -> new ForecastName(forecast.origin(), forecast.horizon(), forecast.checkpoint()))
                .collect(Collectors.toSet());
        scores.stream()
                .filter(score ->
                        awaiting.contains(new ForecastName(score.origin(), score.horizon(), score.checkpoint())))
                .forEach(ledger::recordScore);
    }

    /** What tells a symbol's forecasts apart. */
    private record ForecastName(LocalDate origin, int horizon, String checkpoint) {}

    private void emit(MonitorRequest request, String runId, MonitoringDocument document) {
        SortedMap<String, String> properties = new TreeMap<>();
        properties.put("symbol", request.day().symbol().value());
        properties.put("run", runId);
        List<Measurement> measurements = new ArrayList<>();
        if (request.live()) {
            measurements.add(new Measurement("DataAgeSessions", sessionsSince(document.asOf()), "Count"));
        }
        for (HorizonRecord horizon : document.horizons()) {
            String suffix = "H" + horizon.sessions();
            measurements.add(new Measurement("ScoredForecasts" + suffix, horizon.forecasts(), "Count"));
            Double coverage = horizon.coverage90();
            if (coverage != null) {
                measurements.add(new Measurement("Coverage90" + suffix, coverage * 100, "Percent"));
            }
            Double last = horizon.coverage90Last60();
            if (last != null && horizon.sessions() == 1) {
                measurements.add(new Measurement("Coverage90Last60H1", last * 100, "Percent"));
            }
            Double ratio = horizon.rmseRatio();
            if (ratio != null) {
                measurements.add(new Measurement("RmseRatio" + suffix, ratio, "None"));
            }
        }
        CoverageMargin.of(document.horizons())
                .ifPresent(margin -> measurements.add(new Measurement("CoverageMargin", margin, "None")));
        document.drift()
                .largest()
                .ifPresent(drift -> measurements.add(new Measurement("FeatureDriftPsi", drift.psi(), "None")));
        api.dayBefore(workshop().clock().instant())
                .ifPresent(measured -> measurements.addAll(
                        ApiAlert.measurements(measured, workshop().notices())));
        metrics.emit(properties, measurements);
    }

    /** Sessions whose bar was to be had and is not in the run; 0 where the run is up to date. */
    private int sessionsSince(LocalDate asOf) {
        LocalDate last = calendar.lastFinishedSession(workshop().clock().instant(), BarSource.SETTLING);
        return last.isAfter(asOf) ? calendar.sessions(asOf.plusDays(1), last).size() : 0;
    }

    private RunEntry succeeded(DayRequest request, String runId, LocalDate asOf) {
        Instant now = workshop().clock().instant();
        Instant started = workshop().runs().find(runId).stream()
                .flatMap(record -> record.stages().stream())
                .map(RunRecord.StageDone::started)
                .min(Comparator.naturalOrder())
                .orElse(now);
        return new RunEntry(runId, request.execution(), request.symbol(), asOf, started, now, "SUCCEEDED", null, null);
    }
}
