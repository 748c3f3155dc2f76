package candor.local.cli;

import candor.forecasting.evaluation.scorecard.AdjustedScorecards;
import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.scorecard.Scorecards;
import candor.forecasting.evaluation.statement.Statement;
import candor.forecasting.guard.Alarm;
import candor.forecasting.guard.GuardResult;
import candor.forecasting.market.Symbol;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.Champion;
import candor.local.wiring.Home;
import candor.local.wiring.PastRuns;
import candor.local.wiring.Refusal;
import candor.local.wiring.Surroundings;
import candor.local.words.ScorecardText;
import candor.pipeline.stage.EvaluationDocument;
import candor.pipeline.stage.StageName;
import candor.pipeline.table.BacktestTable;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.Checkpoints;
import candor.store.json.Json;
import candor.store.port.ObjectStore;
import candor.store.run.RunRecord;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candor evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Scores a period of the latest back-test of a symbol.",
        footer = {"", "Example:", "  candor evaluate STX --from 2010-01-04 --to 2024-03-08"})
final class EvaluateCommand implements Callable<Integer> {

    private static final String READING =
            "Diebold-Mariano (DM) decides on skill. Beside it, one-sided, not adjusted, and no ground for a claim:"
                    + " Clark-West (CW), Pesaran-Timmermann (PT). Ljung-Box (LB): clusters left unforeseen.";

    private final Surroundings surroundings;

    @Parameters(paramLabel = "SYMBOL", description = "the ticker, as in STX")
    private String symbol = "";

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "first target date; default: the first of the back-test")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "last target date; default: the run's asOf")
    private @Nullable String to;

    @Option(names = "--json", description = "machine-readable output")
    private boolean json;

    @Mixin
    private HomeOption home = new HomeOption();

    EvaluateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Symbol parsed = Symbol.of(symbol);
        Home place = home.in(surroundings);
        ObjectStore store = place.readable().storeToRead();
        RunRecord run = new PastRuns(store)
                .findLatest(parsed, StageName.EVALUATE)
                .orElseThrow(() -> new Refusal("no back-test of " + parsed + " in " + place.root()
                        + "; make one with ./candor run " + parsed + " --csv FILE"));
        Checkpoints checkpoints = new Checkpoints(store, notice -> {});
        Checkpoint evaluated =
                checkpoints.get(run.findCheckpoint(StageName.EVALUATE.key()).orElseThrow());
        List<BacktestRow> rows = BacktestTable.read(checkpoints.bytes(evaluated.getArtefact("backtest.csv")));
        LocalDate earliest = rows.getFirst().target();
        LocalDate first = date("--from", from, earliest);
        LocalDate last = date("--to", to, run.asOf());
        if (from != null && to != null && last.isBefore(first)) {
            throw new Refusal("--to " + last + " lies before --from " + first + "; exchange them");
        }
        AdjustedScorecards scored = scored(rows, first, last, champions(checkpoints, evaluated));
        if (scored.horizons().isEmpty()) {
            throw new Refusal("no outcome between " + first + " and " + last + "; the back-test has targets from "
                    + earliest + " to " + run.asOf());
        }
        List<GuardResult> guards = Json.read(
                        checkpoints.bytes(evaluated.getArtefact("evaluation.json")), EvaluationDocument.class)
                .guards();
        tell(parsed, later(first, earliest), last.isAfter(run.asOf()) ? run.asOf() : last, scored, guards);
        return 0;
    }

    private static AdjustedScorecards scored(
            List<BacktestRow> rows, LocalDate first, LocalDate last, Map<Integer, Champion> champions) {
        return Scorecards.withAdjustedP(last.isBefore(first) ? List.of() : Scorecards.of(rows, first, last, champions));
    }

    /** Whose intervals the back-test holds. */
    private static Map<Integer, Champion> champions(Checkpoints checkpoints, Checkpoint evaluated) {
        Map<Integer, Champion> champions = new TreeMap<>();
        Json.readTree(checkpoints.bytes(evaluated.getArtefact("evaluation.json")))
                .path("horizons")
                .forEach(card -> champions.put(
                        card.path("sessions").intValue(),
                        Champion.of(
                                card.at("/point/champion").stringValue(),
                                card.at("/scale/champion").stringValue())));
        return champions;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** The guards looked at the whole back-test, whatever the period. */
    private void tell(
            Symbol parsed, LocalDate first, LocalDate last, AdjustedScorecards scored, List<GuardResult> guards) {
        String statement = Alarm.before(Statement.of(parsed, scored), guards);
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("symbol", parsed);
            document.put("from", first);
            document.put("to", last);
            document.put("horizons", scored.horizons());
            document.put("guards", guards);
            document.put("trials", scored.trials());
            document.put("statement", statement);
            surroundings.out().print(new String(Json.write(document), StandardCharsets.UTF_8));
            return;
        }
        surroundings.out().println(parsed + ", targets from " + first + " to " + last);
        surroundings.out().println();
        surroundings.out().println(statement);
        for (HorizonScorecard card : scored.horizons()) {
            surroundings.out().println();
            ScorecardText.lines(card).forEach(surroundings.out()::println);
        }
        surroundings.out().println();
        surroundings.out().println(READING);
        surroundings.out().println(held(guards));
    }

    private static String held(List<GuardResult> guards) {
        int fired = Alarm.fired(guards).size();
        return "Guards of the back-test and its bars: "
                + (fired == 0
                        ? "all " + guards.size() + " held."
                        : fired + " of " + guards.size() + " fired, see the alarm above.");
    }

    private static LocalDate date(String option, @Nullable String text, LocalDate otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal("bad date for " + option + ": '" + text + "'; write it as 2026-04-24", e);
        }
    }
}
