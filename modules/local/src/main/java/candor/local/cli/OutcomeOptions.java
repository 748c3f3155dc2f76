package candor.local.cli;

import candor.forecasting.market.Symbol;
import candor.local.wiring.CommandRejected;
import candor.local.wiring.Home;
import candor.local.wiring.OutputFiles;
import candor.local.wiring.RunFiles;
import candor.local.wiring.Surroundings;
import candor.store.port.ObjectStore;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a run's outcome is told and where its files go: the options of the commands that run an execution. */
final class OutcomeOptions {

    @Option(names = "--out", paramLabel = "DIR", description = "copy the files a person wants there")
    private @Nullable Path out;

    @Option(names = "--json", description = "machine-readable outcome on standard output")
    private boolean json;

    @Mixin
    private ForceOption force = new ForceOption();

    /** Rejects these options beside another one that leaves them nothing to do. */
    void rejectWith(String other, String remedy) {
        if (out != null || json) {
            throw new CommandRejected((out != null ? "--out " + out : "--json")
                    + " is about a run of this machine; with " + other + ", " + remedy);
        }
    }

    /** The folder for the files, made sure of before any work is done; null where none is asked for. */
    @Nullable
    Path prepared(Surroundings surroundings, Home home) {
        return out == null ? null : RunFiles.prepared(force.outputs(surroundings, home), out);
    }

    /** The same with a folder in it for each symbol. */
    @Nullable
    Path prepared(Surroundings surroundings, Home home, List<Symbol> symbols) {
        if (out == null) {
            return null;
        }
        OutputFiles outputs = force.outputs(surroundings, home);
        Path place = outputs.folder(out);
        symbols.forEach(symbol -> RunFiles.prepared(outputs, place.resolve(symbol.value())));
        return place;
    }

    OutputFiles outputs(Surroundings surroundings, Home home) {
        return force.outputs(surroundings, home);
    }

    boolean json() {
        return json;
    }

    /** @param target as {@link #prepared} answered */
    RunOutcome outcome(Surroundings surroundings, Home home, ObjectStore store, @Nullable Path target) {
        return new RunOutcome(surroundings, store, force.outputs(surroundings, home), target, json);
    }
}
