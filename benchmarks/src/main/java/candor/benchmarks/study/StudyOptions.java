package candor.benchmarks.study;

import candor.local.wiring.CommandRejected;
import candor.store.json.Json;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all studies that go through many series share. */
public final class StudyOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "series at once; default: one for each core. The result does not depend on it",
            defaultValue = "0")
    private int threads;

    @Option(names = "--json", description = "machine-readable output")
    private boolean json;

    /** Works on each item and returns the results in the items' order; says on standard error how far it is. */
    public <T, R> List<R> onEach(List<T> items, Function<T, R> work) {
        if (threads < 0) {
            throw new CommandRejected("--threads " + threads + ": give a number of at least 1");
        }
        PrintWriter err = command.commandLine().getErr();
        int cores = Runtime.getRuntime().availableProcessors();
        return InOrder.map(items, threads == 0 ? cores : threads, work, done -> tell(err, done, items.size()));
    }

    private static void tell(PrintWriter err, int done, int all) {
        if (done % Math.max(1, all / 10) == 0) {
            err.println(done + " of " + all);
            err.flush();
        }
    }

    /** Prints the document as JSON where that was asked for, else the lines. */
    public void print(Object document, List<String> lines) {
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            out.print(new String(Json.write(document), StandardCharsets.UTF_8));
        } else {
            lines.forEach(out::println);
        }
        out.flush();
    }
}
