package candor.local.cli;

import candor.pipeline.failure.PermanentFailure;
import candor.pipeline.failure.PipelineFailure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What a person is told when a command fails, and the exit status. Nobody who makes a mistake sees a stack trace. */
final class Failures implements IExecutionExceptionHandler {

    static final int FAILED = 1;
    static final int BAD_INPUT = 2;

    /** Failures of a run that say that its input is at fault, in a few words; none of them is tried again. */
    private static final Map<String, String> INPUT_AT_FAULT = Map.of(
            "candor.pipeline.failure.InputRefused", "the input is refused",
            "candor.pipeline.failure.SourceMissing", "there are no bars",
            "candor.pipeline.failure.RequestRefused", "the request is refused",
            "candor.pipeline.failure.NotEnoughHistory", "there are too few bars",
            "candor.pipeline.failure.HaltedForManualCheck", "a person has to look at the bars");

    private final Surroundings surroundings;

    Failures(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        if (failure instanceof Refusal
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

    /** A failed attempt, for a line of progress: in full, unless the end of the run says the same. */
    static String words(String error, String cause) {
        String brief = INPUT_AT_FAULT.get(error);
        return brief == null ? Payloads.reason(cause) : brief;
    }

    /** The exit status of a run that ended with that error. */
    static int statusOf(@Nullable String error) {
        return error != null && INPUT_AT_FAULT.containsKey(error) ? BAD_INPUT : FAILED;
    }
}
