package candor.local.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Made-up runs, the latest first as they were added. */
final class SampleRuns implements RunsView {

    static final Instant START = Instant.parse("2026-04-24T22:30:00Z");
    static final String HOSTILE = "<script>alert(\"1\")</script>&'\u0000";

    private final List<RunDetail> runs = new ArrayList<>();

    SampleRuns add(RunDetail run) {
        runs.add(run);
        return this;
    }

    static RunDetail succeeded(String execution) {
        return new RunDetail(
                new RunLine(execution, "STX", null, RunStatus.SUCCEEDED, START, START.plusMillis(83_400)),
                null,
                List.of(
                        state("Ingest", StateStatus.SUCCEEDED, 1, true, "5879 bars from csv"),
                        state("Clean", StateStatus.SUCCEEDED, 1, true, "5877 bars kept, 2 set aside, 3 repaired"),
                        state("Features", StateStatus.SUCCEEDED, 2, false, "5627 complete rows of 5877"),
                        new StateLine(
                                "Explore",
                                StateStatus.CAUGHT,
                                START.plusSeconds(4),
                                START.plusSeconds(5),
                                3,
                                false,
                                "",
                                new Failure(
                                        "candor.store.failure.StoreUnavailable",
                                        "the store does not answer; check space and permissions there")),
                        state("Train", StateStatus.SUCCEEDED, 1, false, "3 horizons fitted")));
    }

    static RunDetail failed(String execution) {
        Failure failure = new Failure(
                "candor.store.failure.HaltedForManualCheck",
                "12.4 % of the bars were set aside, more than the 5 % that may be; look at cleaning.csv");
        return new RunDetail(
                new RunLine(
                        execution, "ABC", null, RunStatus.FAILED, START.minusSeconds(3600), START.minusSeconds(3597)),
                failure,
                List.of(
                        state("Ingest", StateStatus.SUCCEEDED, 1, false, "2500 bars from csv"),
                        new StateLine(
                                "Clean",
                                StateStatus.FAILED,
                                START.minusSeconds(3599),
                                START.minusSeconds(3597),
                                1,
                                false,
                                "",
                                failure)));
    }

    static RunDetail running(String execution) {
        return new RunDetail(
                new RunLine(execution, "DEMO", null, RunStatus.RUNNING, START.plusSeconds(600), null),
                null,
                List.of(
                        state("Ingest", StateStatus.SUCCEEDED, 1, false, "2520 synthetic bars"),
                        new StateLine("Clean", StateStatus.RUNNING, START.plusSeconds(601), null, 1, false, "", null)));
    }

    /** Every text of the run would be markup if it were not escaped. */
    static RunDetail hostile() {
        Failure failure = new Failure(HOSTILE, HOSTILE);
        return new RunDetail(
                new RunLine(HOSTILE.replace("\u0000", ""), HOSTILE, null, RunStatus.ABORTED, START, START),
                failure,
                List.of(new StateLine(HOSTILE, StateStatus.ABORTED, START, START, 1, false, HOSTILE, failure)));
    }

    @Override
    public List<RunLine> latest(int limit) {
        return runs.stream().map(RunDetail::run).limit(limit).toList();
    }

    @Override
    public Optional<RunDetail> find(String execution) {
        return runs.stream()
                .filter(detail -> detail.run().execution().equals(execution))
                .findFirst();
    }

    private static StateLine state(String name, StateStatus status, int attempts, boolean reused, String summary) {
        return new StateLine(name, status, START, START.plusMillis(1_250), attempts, reused, summary, null);
    }
}
