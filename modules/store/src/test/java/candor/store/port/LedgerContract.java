package candor.store.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import candor.forecasting.market.Symbol;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Ledger} must do; a test of an adapter extends it. */
public abstract class LedgerContract {

    private static final Symbol STX = Symbol.of("STX");
    private static final Symbol INDEX = Symbol.of("^GSPC");
    private static final Instant NOON = Instant.parse("2026-04-24T12:00:00Z");
    private static final LocalDate FRIDAY = LocalDate.of(2026, 4, 24);

    /** A ledger that holds nothing yet, of its own for each call. */
    protected abstract Ledger emptyLedger() throws Exception;

    @Test
    void unknownRunIsEmpty() throws Exception {
        Ledger ledger = emptyLedger();
        assertThat(ledger.findRun("STX_2026-04-24_none")).isEmpty();
        assertThat(ledger.latestRuns(10)).isEmpty();
    }

    @Test
    void runComesBackAsWritten() throws Exception {
        Ledger ledger = emptyLedger();
        RunEntry running = run("one", NOON.plusNanos(123_456_789), null, "RUNNING");
        RunEntry failed = new RunEntry(
                "STX_unresolved_two",
                "two",
                STX,
                null,
                NOON.plusSeconds(1),
                NOON.plusSeconds(2),
                "FAILED",
                "candor.store.failure.SourceMissing",
                "no bars: put 'inbox/STX.csv' there; ı İ € \"quoted\"");
        ledger.recordRun(running);
        ledger.recordRun(failed);

        assertThat(ledger.findRun(running.runId())).contains(running);
        assertThat(ledger.findRun(failed.runId())).contains(failed);
        assertThat(ledger.latestRuns(10)).containsExactly(failed, running);
    }

    @Test
    void laterEntryOfTheSameRunReplaces() throws Exception {
        Ledger ledger = emptyLedger();
        ledger.recordRun(run("one", NOON, null, "RUNNING"));
        RunEntry ended = run("one", NOON.plusSeconds(5), NOON.plusSeconds(60), "SUCCEEDED");
        ledger.recordRun(ended);
        ledger.recordRun(ended);

        assertThat(ledger.findRun(ended.runId())).contains(ended);
        assertThat(ledger.latestRuns(10)).containsExactly(ended);
    }

    @Test
    void latestRunsAreNewestFirstToTheNanosecond() throws Exception {
        Ledger ledger = emptyLedger();
        List<RunEntry> byStart = List.of(
                run("d", NOON, null, "RUNNING"),
                run("c", NOON.plusNanos(1), null, "RUNNING"),
                run("b", NOON.plusMillis(500), null, "RUNNING"),
                run("a", NOON.plusSeconds(1), null, "RUNNING"));
        for (int i : new int[] {2, 0, 3, 1}) {
            ledger.recordRun(byStart.get(i));
        }

        assertThat(ledger.latestRuns(4)).containsExactlyElementsOf(byStart.reversed());
        assertThat(ledger.latestRuns(2)).containsExactly(byStart.get(3), byStart.get(2));
        assertThatIllegalArgumentException().isThrownBy(() -> ledger.latestRuns(0));
    }

    @Test
    void forecastIsNotedOnce() throws Exception {
        Ledger ledger = emptyLedger();
        ForecastEntry forecast = forecast(STX, FRIDAY, 1, "work/forecast/STX/f/checkpoint.json");

        assertThat(ledger.recordForecast(forecast)).isTrue();
        assertThat(ledger.recordForecast(forecast)).isFalse();
        assertThat(ledger.recordForecast(forecast(STX, FRIDAY, 1, "work/forecast/STX/g/checkpoint.json")))
                .isTrue();
        assertThat(ledger.forecastsAwaitingOutcome(STX, FRIDAY.plusDays(1))).hasSize(2);
    }

    @Test
    void forecastsComeBackAsWrittenInOrder() throws Exception {
        Ledger ledger = emptyLedger();
        List<ForecastEntry> inOrder = List.of(
                forecast(STX, FRIDAY.minusDays(9), 5, "work/c"),
                forecast(STX, FRIDAY.minusDays(9), 21, "work/a"),
                forecast(STX, FRIDAY.minusDays(1), 1, "work/a"),
                forecast(STX, FRIDAY.minusDays(1), 1, "work/b"));
        inOrder.reversed().forEach(ledger::recordForecast);
        ledger.recordForecast(forecast(INDEX, FRIDAY, 1, "work/d"));

        assertThat(ledger.forecastsAwaitingOutcome(STX, LocalDate.of(2027, 1, 1)))
                .containsExactlyElementsOf(inOrder);
    }

    @Test
    void forecastAwaitsUntilItsTarget() throws Exception {
        Ledger ledger = emptyLedger();
        ForecastEntry forecast = forecast(STX, FRIDAY, 5, "work/a");
        ledger.recordForecast(forecast);

        assertThat(ledger.forecastsAwaitingOutcome(STX, forecast.target().minusDays(1)))
                .isEmpty();
        assertThat(ledger.forecastsAwaitingOutcome(STX, forecast.target())).containsExactly(forecast);
    }

    @Test
    void scoredForecastAwaitsNoMore() throws Exception {
        Ledger ledger = emptyLedger();
        ForecastEntry scored = forecast(STX, FRIDAY, 1, "work/a");
        ForecastEntry open = forecast(STX, FRIDAY, 1, "work/b");
        ledger.recordForecast(scored);
        ledger.recordForecast(open);

        assertThat(ledger.recordScore(score(scored))).isTrue();
        assertThat(ledger.recordScore(score(scored))).isFalse();
        assertThat(ledger.forecastsAwaitingOutcome(STX, scored.target())).containsExactly(open);
        assertThat(ledger.recordForecast(scored)).isFalse();
        assertThat(ledger.forecastsAwaitingOutcome(STX, scored.target())).containsExactly(open);
    }

    @Test
    void latestScoresAreTheLastOnesInOrder() throws Exception {
        Ledger ledger = emptyLedger();
        List<ScoreEntry> inOrder = new ArrayList<>();
        for (int day = 9; day >= 0; day--) {
            inOrder.add(score(forecast(STX, FRIDAY.minusDays(day), 1, "work/a")));
        }
        inOrder.add(score(forecast(STX, FRIDAY, 1, "work/b")));
        inOrder.reversed().forEach(ledger::recordScore);
        ledger.recordScore(score(forecast(STX, FRIDAY, 21, "work/a")));
        ledger.recordScore(score(forecast(INDEX, FRIDAY, 1, "work/a")));

        assertThat(ledger.latestScores(STX, 1, 100)).containsExactlyElementsOf(inOrder);
        assertThat(ledger.latestScores(STX, 1, 3)).containsExactlyElementsOf(inOrder.subList(8, 11));
        assertThat(ledger.latestScores(STX, 5, 3)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> ledger.latestScores(STX, 1, 0));
    }

    @Test
    void ofManyWritersOneNotesTheForecast() throws Exception {
        Ledger ledger = emptyLedger();
        ForecastEntry forecast = forecast(STX, FRIDAY, 1, "work/a");
        Callable<Boolean> write = () -> ledger.recordForecast(forecast);
        int noted = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> answer : threads.invokeAll(Collections.nCopies(16, write))) {
                noted += answer.get() ? 1 : 0;
            }
        }

        assertThat(noted).isEqualTo(1);
        assertThat(ledger.forecastsAwaitingOutcome(STX, forecast.target())).containsExactly(forecast);
    }

    @Test
    void ofSeveralAnswersToAProposalTheFirstStands() throws Exception {
        Ledger ledger = emptyLedger();
        ApprovalEntry yes = new ApprovalEntry("STX_2026-04-24_e", "ab12", true, "Ann", NOON.plusNanos(5), "seen it; ı");
        ApprovalEntry no = new ApprovalEntry("STX_2026-04-24_e", "ab12", false, "Bob", NOON, null);
        ApprovalEntry other = new ApprovalEntry("STX_2026-04-24_e", "cd34", false, "Bob", NOON, null);

        assertThat(ledger.findApproval(yes.runId(), yes.proposal())).isEmpty();
        assertThat(ledger.recordApproval(yes)).isTrue();
        assertThat(ledger.recordApproval(no)).isFalse();
        assertThat(ledger.recordApproval(other)).isTrue();

        assertThat(ledger.findApproval(yes.runId(), "ab12")).contains(yes);
        assertThat(ledger.findApproval(yes.runId(), "cd34")).contains(other);
        assertThat(ledger.findRun(yes.runId())).isEmpty();
    }

    private static RunEntry run(String execution, Instant started, @Nullable Instant ended, String status) {
        return new RunEntry("STX_2026-04-24_" + execution, execution, STX, FRIDAY, started, ended, status, null, null);
    }

    private static ForecastEntry forecast(Symbol symbol, LocalDate origin, int horizon, String checkpoint) {
        SortedMap<Double, Double> quantiles = new TreeMap<>();
        quantiles.put(0.005, -0.1234567890123456);
        quantiles.put(0.5, 1.0e-17);
        quantiles.put(0.995, 1.0 / 3.0);
        return new ForecastEntry(
                symbol, origin, horizon, origin.plusDays(horizon), checkpoint, 0.0, 0.1 + 0.2, 0.02, quantiles);
    }

    private static ScoreEntry score(ForecastEntry forecast) {
        return new ScoreEntry(
                forecast.symbol(),
                forecast.origin(),
                forecast.horizon(),
                forecast.target(),
                forecast.checkpoint(),
                -0.281,
                forecast.horizon() > 1,
                0.1 + 0.2,
                -6.397,
                -6.2,
                1.0e-33,
                0.078961);
    }
}
