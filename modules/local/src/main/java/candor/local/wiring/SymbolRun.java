// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.wiring;

import candor.local.wiring.LocalPipeline.Ended;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.MetricsDocument;
import candor.pipeline.stage.StageName;
import candor.pipeline.universe.SymbolForecast;
import candor.pipeline.universe.SymbolOutcome;
import candor.pipeline.universe.SymbolOutcome.Status;
import candor.statemachine.history.ExecutionStatus;
import candor.store.checkpoint.ArtefactKey;
import candor.store.checkpoint.Checkpoints;
import candor.store.failure.PipelineFailure;
import candor.store.run.History;
import candor.store.run.Remedy;
import candor.store.run.RunRecord;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs one symbol of a list: an execution of the pipeline of its own, as a single run is one. */
final class SymbolRun {

    /** The error of a run that a person stopped, or that a provider asked to come back later. */
    static final String STOPPED = ExecutionStatus.ABORTED.name();

    private final LocalPipeline pipeline;
    private final Surroundings surroundings;
    private final StageLogs logs;
    private final RunTerms terms;
    private final String name;

    /** @param name what the executions of the list have in common; each one's symbol follows */
    SymbolRun(LocalPipeline pipeline, Surroundings surroundings, StageLogs logs, RunTerms terms, String name) {
        this.pipeline = pipeline;
        this.surroundings = surroundings;
        this.logs = logs;
        this.terms = terms;
        this.name = name;
    }

    /** Runs the symbol to its end. What is wrong with one symbol loses no other: it becomes this one's outcome. */
    SymbolOutcome of(SymbolTask task) {
        try {
            Map<String, Object> input = input(task);
            String wanted = name + "-" + task.symbol().value().replace('^', '_');
            return outcome(task, pipeline.start(wanted, input, terms.requireApproval()));
        } catch (CommandRejected | PipelineFailure | UncheckedIOException | IllegalArgumentException e) {
            return Thread.interrupted() ? stopped(task) : notRun(task, e, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return Thread.interrupted()
                    ? stopped(task)
                    : notRun(task, e, "this is a fault of candor's own; " + traced(e));
        }
    }

    private Map<String, Object> input(SymbolTask task) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("symbol", task.symbol().value());
        LocalDate asOf = asOf(task);
        if (asOf != null) {
            input.put("asOf", asOf.toString());
        }
        if (terms.refreshFrom() != null) {
            input.put("refreshFrom", terms.refreshFrom().key());
        }
        Path file = task.file();
        String source =
                task.entry().source() == null ? terms.source() : task.entry().source();
        if (file != null) {
            byte[] bars = BarFile.read(
                            surroundings,
                            file,
                            terms.choices().withSymbol(task.symbol().value()))
                    .bytes();
            input.put(
                    "source",
                    BarInbox.put(
                            pipeline.store(),
                            task.symbol(),
                            file,
                            bars,
                            terms.choices().columns()));
        } else if (source != null) {
            input.put("source", source);
        }
        return input;
    }

    private @Nullable LocalDate asOf(SymbolTask task) {
        return task.entry().asOf() == null ? terms.asOf() : task.entry().asOf();
    }

    private SymbolOutcome outcome(SymbolTask task, Ended ended) {
        String execution = ended.execution().name();
        Optional<History.Waiting> waiting = ended.waiting();
        if (waiting.isPresent()) {
            return outcome(
                    task,
                    Status.WAITING,
                    execution,
                    null,
                    waiting.get().summary(),
                    "./candor approve " + execution + terms.homeWords(),
                    null);
        }
        if (ended.result().status() != ExecutionStatus.SUCCEEDED) {
            return failed(task, ended);
        }
        RunRecord run = new PastRuns(pipeline.store())
                .find(task.symbol(), execution)
                .orElseThrow(() -> new IllegalStateException("no record of the run " + execution));
        if (run.findCheckpoint(StageName.FORECAST.key()).isEmpty()) {
            String why = Payloads.parse(
                            Objects.requireNonNullElse(ended.result().output(), ""))
                    .path("nothingToDo")
                    .asString("no session has ended");
            return outcome(task, Status.NOTHING_TO_DO, execution, null, why, null, null);
        }
        if (terms.out() != null) {
            new RunFiles(pipeline.store(), terms.outputs())
                    .copy(run, terms.out().resolve(task.symbol().value()));
        }
        return outcome(task, Status.DONE, execution, null, null, null, forecast(run));
    }

    private SymbolForecast forecast(RunRecord run) {
        ForecastDocument forecast = read(run, StageName.FORECAST, ForecastDocument.KEY);
        return SymbolForecast.of(forecast, read(run, StageName.EVALUATE, MetricsDocument.KEY));
    }

    private <T> T read(RunRecord run, StageName stage, ArtefactKey<T> key) {
        Checkpoints checkpoints = new Checkpoints(pipeline.store(), notice -> {});
        return checkpoints.read(checkpoints.get(run.findCheckpoint(stage.key()).orElseThrow()), key);
    }

    private SymbolOutcome failed(SymbolTask task, Ended ended) {
        String execution = ended.execution().name();
        String error = ended.result().error();
        String reason =
                Payloads.reason(Objects.requireNonNullElse(ended.result().cause(), "no cause was given"));
        Remedy remedy = Remedy.of(error, reason);
        LocalDate asOf = asOf(task);
        return outcome(
                task,
                Status.FAILED,
                execution,
                error == null ? ended.result().status().name() : error,
                reason,
                remedy.command(
                        execution,
                        task.symbol().value(),
                        asOf == null ? null : asOf.toString(),
                        remedy == Remedy.NEW_RUN ? newRun(task) : terms.homeWords()),
                null);
    }

    /** A symbol that has no execution, or whose outcome could not be used. */
    private SymbolOutcome notRun(SymbolTask task, RuntimeException failure, String reason) {
        LocalDate asOf = asOf(task);
        String next =
                Remedy.NEW_RUN.command("", task.symbol().value(), asOf == null ? null : asOf.toString(), newRun(task));
        return outcome(task, Status.FAILED, null, failure.getClass().getName(), reason, next, null);
    }

    private SymbolOutcome stopped(SymbolTask task) {
        return outcome(task, Status.NOT_STARTED, null, STOPPED, "the list was stopped", null, null);
    }

    /** What was said on the command line, said again for this symbol alone. */
    private String newRun(SymbolTask task) {
        String file = task.file() == null
                ? ""
                : " --csv " + ShellWords.quoted(task.file().toString());
        String columns = terms.choices().columns();
        String source =
                task.entry().source() == null ? terms.source() : task.entry().source();
        return file
                + (file.isEmpty() || columns.isEmpty() ? "" : " --columns " + ShellWords.quoted(columns))
                + (file.isEmpty() && source != null ? " --source " + source : "")
                + terms.homeWords();
    }

    private SymbolOutcome outcome(
            SymbolTask task,
            Status status,
            @Nullable String execution,
            @Nullable String error,
            @Nullable String reason,
            @Nullable String next,
            @Nullable SymbolForecast forecast) {
        return new SymbolOutcome(
                task.symbol(),
                task.entry().source(),
                task.entry().asOf(),
                task.place(surroundings),
                status,
                execution,
                error,
                reason,
                next,
                forecast);
    }

    private String traced(RuntimeException failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        logs.append("candor", trace.toString());
        return failure + "; its trace is in logs/candor.log of the home";
    }
}
