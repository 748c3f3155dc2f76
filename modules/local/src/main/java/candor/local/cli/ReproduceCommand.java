// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import candor.local.ledger.SqliteLedger;
import candor.local.reproduction.Reproduction;
import candor.local.reproduction.StageCompared;
import candor.local.store.FolderObjectStore;
import candor.local.wiring.CommandRejected;
import candor.local.wiring.Home;
import candor.local.wiring.PastRuns;
import candor.local.wiring.Surroundings;
import candor.store.json.Json;
import candor.store.port.ObjectStore;
import candor.store.run.RunRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candor reproduce}. */
@Command(
        name = "reproduce",
        mixinStandardHelpOptions = true,
        description = "Makes a run again from its recorded inputs, in a folder of its own, and compares it byte by byte"
                + " with what is stored. The home stays as it is.",
        footer = {
            "",
            "Exit status: 0 all bytes are the same, 1 some are not, 2 bad usage or damaged inputs.",
            "",
            "Example:",
            "  candor reproduce 20260424T223000Z"
        })
final class ReproduceCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "RUN",
            description = "the execution's name, as ./candor executions lists it, or the run's id")
    private String name = "";

    @Option(names = "--json", description = "machine-readable output")
    private boolean json;

    @Mixin
    private HomeOption home = new HomeOption();

    ReproduceCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Home place = home.in(surroundings).readable();
        ObjectStore store = place.storeToRead();
        RunRecord run = new PastRuns(store)
                .find(name)
                .orElseThrow(() -> new CommandRejected(
                        "no run '" + name + "' in " + place.root() + "; ./candor executions lists them"));
        List<StageCompared> compared = compared(store, run);
        boolean same = compared.stream().allMatch(stage -> stage.difference() == null);
        if (json) {
            surroundings.out().print(new String(Json.write(compared), StandardCharsets.UTF_8));
        } else {
            surroundings
                    .out()
                    .println(
                            same
                                    ? "run " + run.runId() + " is reproduced, byte by byte"
                                    : "run " + run.runId() + " is not what its recorded inputs give now"
                                            + (compared.stream().allMatch(StageCompared::sameCode)
                                                    ? ""
                                                    : "; the code is not the run's: try the version of Candor that"
                                                            + " made it"));
        }
        return same ? 0 : Failures.FAILED;
    }

    private List<StageCompared> compared(ObjectStore store, RunRecord run) {
        try {
            Path scratch = Files.createTempDirectory("candor-reproduce");
            try (SqliteLedger ledger = new SqliteLedger(scratch.resolve("ledger.db"))) {
                return new Reproduction(
                                run,
                                store,
                                new FolderObjectStore(scratch.resolve("store")),
                                ledger,
                                surroundings.clock())
                        .compare(json ? stage -> {} : this::tell);
            } finally {
                delete(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use a temporary folder", e);
        }
    }

    private void tell(StageCompared stage) {
        String difference = stage.difference();
        surroundings
                .out()
                .println(String.format(
                        Locale.ROOT,
                        "  %-9s %s%s",
                        stage.stage(),
                        difference == null ? "same, " + stage.artefacts() + " files" : difference,
                        stage.sameCode() ? "" : " (by other code than the run's)"));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
