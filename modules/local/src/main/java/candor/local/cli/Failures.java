package candor.local.cli;

import candor.local.wiring.CommandRejected;
import candor.local.wiring.FailureText;
import candor.local.wiring.Home;
import candor.local.wiring.StageLogs;
import candor.local.wiring.Surroundings;
import candor.store.failure.PermanentFailure;
import candor.store.failure.PipelineFailure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What a person is told when a command fails, and the exit status. Nobody who makes a mistake sees a stack trace. */
public final class Failures implements IExecutionExceptionHandler {

    static final int FAILED = 1;
    static final int BAD_INPUT = 2;

    private final Surroundings surroundings;

    Failures(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        if (failure instanceof CommandRejected
                || failure instanceof PermanentFailure
                || failure instanceof IllegalArgumentException) {
            surroundings.err().println("candor: " + failure.getMessage());
            return BAD_INPUT;
        }
        if (failure instanceof UncheckedIOException io) {
            surroundings.err().println("candor: " + io.getMessage() + ": " + String.valueOf(io.getCause()));
            return FAILED;
        }
        if (failure instanceof PipelineFailure) {
            surroundings.err().println("candor: " + failure.getMessage());
            return FAILED;
        }
        surroundings
                .err()
                .println("candor: this is a fault of candor's own (" + failure + "); " + traced(failure, commandLine));
        return FAILED;
    }

    /** Keeps the trace in the home of the command that failed, and says where. */
    private String traced(Exception failure, CommandLine commandLine) {
        String home = commandLine.getParseResult().matchedOptionValue("--home", "");
        Path logs = Home.of(home.isEmpty() ? null : home, surroundings).logs();
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        try {
            new StageLogs(logs).append("candor", trace.toString());
            return "its trace is in " + logs.resolve("candor.log");
        } catch (UncheckedIOException e) {
            return "its trace could not be kept: " + e.getMessage();
        }
    }

    /** The exit status of a run that ended with that error. */
    static int statusOf(@Nullable String error) {
        return error != null && FailureText.blamesInput(error) ? BAD_INPUT : FAILED;
    }
}
