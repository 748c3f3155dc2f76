// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import candor.forecasting.text.Figures;
import candor.local.pruning.Pruning;
import candor.local.store.FolderObjectStore;
import candor.local.wiring.CommandRejected;
import candor.local.wiring.Home;
import candor.local.wiring.Surroundings;
import candor.statemachine.history.Execution;
import candor.statemachine.history.ExecutionStatus;
import candor.store.port.ObjectStore;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code candor prune}. */
@Command(
        name = "prune",
        mixinStandardHelpOptions = true,
        description =
                "Shows what old runs, and work that only they need, would be deleted; deletes it with --yes. Forecasts"
                        + " as they were issued, their scores, decisions, settings, and what providers answered stay.",
        footer = {"", "Examples:", "  candor prune --keep 365", "  candor prune --keep 365 --yes"})
final class PruneCommand implements Callable<Integer> {

    private static final double MEGABYTE = 1e6;

    private final Surroundings surroundings;

    @Option(
            names = "--keep",
            paramLabel = "DAYS",
            required = true,
            description = "runs of so many calendar days before the last run of their symbol stay")
    private int days;

    @Option(names = "--yes", description = "delete it; a run among it cannot be reproduced or shown any more")
    private boolean yes;

    @Mixin
    private HomeOption home = new HomeOption();

    PruneCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (days < 0) {
            throw new CommandRejected("--keep " + days + " is before the last run; give 0 or more days");
        }
        Home place = home.in(surroundings).readable();
        runningNow(place).ifPresent(name -> {
            throw new CommandRejected(
                    "the execution " + name + " is running; wait for its end: ./candor watch " + name);
        });
        ObjectStore store = place.storeToRead();
        Pruning.Plan plan = new Pruning(store).plan(days);
        plan.runs().forEach(run -> surroundings.out().println(run.runId()));
        long bytes = plan.keys().stream()
                .mapToLong(key ->
                        store.find(key).map(object -> object.bytes().length).orElse(0))
                .sum();
        String all = Figures.count(plan.runs().size(), "run") + " and "
                + Figures.count(plan.keys().size(), "object") + ", " + Figures.tenth(bytes / MEGABYTE) + " MB";
        if (yes) {
            delete(plan, place.writable());
        }
        surroundings
                .out()
                .println(
                        plan.keys().isEmpty()
                                ? "nothing is older than that and unneeded"
                                : yes ? "deleted: " + all : "would be deleted: " + all + "; --yes deletes it");
        return 0;
    }

    private static Optional<String> runningNow(Home place) {
        return place.executions().list().executions().stream()
                .filter(execution -> execution.status() == ExecutionStatus.RUNNING)
                .map(Execution::name)
                .findFirst();
    }

    private void delete(Pruning.Plan plan, Home place) {
        FolderObjectStore store = place.openStore(surroundings.clock().instant());
        plan.keys().forEach(store::delete);
        plan.executions().forEach(place.executions()::remove);
    }
}
