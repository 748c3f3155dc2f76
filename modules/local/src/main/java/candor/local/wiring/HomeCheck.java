// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.wiring;

import candor.local.ledger.SqliteLedger;
import candor.pipeline.stage.LedgerIndex;
import candor.pipeline.verification.Checked;
import candor.pipeline.verification.Damage;
import candor.pipeline.verification.StoreCheck;
import candor.statemachine.history.Execution;
import candor.store.port.ObjectStore;
import candor.store.run.RunRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Everything that a home holds: the store, the histories of executions, and the ledger beside them. */
public final class HomeCheck {

    private final Home home;
    private final ObjectStore store;
    private final boolean repair;
    private final Consumer<String> notices;

    /**
     * @param store of the home; open for writing where {@code repair} is wanted
     * @param notices told, in one line, of what was set aside
     */
    public HomeCheck(Home home, ObjectStore store, boolean repair, Consumer<String> notices) {
        this.home = home;
        this.store = store;
        this.repair = repair;
        this.notices = notices;
    }

    /** Reads everything; the histories first, as run records are made again of them. */
    public Checked run() {
        List<Damage> repaired = repair ? runRecords() : List.of();
        Checked checked = new StoreCheck(store, repair).run();
        List<Damage> all = new ArrayList<>(repaired);
        all.addAll(checked.damages());
        home.executions()
                .list()
                .unreadable()
                .forEach(words -> all.add(new Damage(
                        "executions",
                        words,
                        List.of(),
                        null,
                        "nothing is lost but this history; its run can be started again")));
        all.addAll(ledger());
        return new Checked(checked.objects(), checked.bytes(), List.copyOf(all));
    }

    private List<Damage> runRecords() {
        List<Damage> repaired = new ArrayList<>();
        RunRecords records = new RunRecords(store);
        for (Execution execution : home.executions().list().executions()) {
            RecordedRun.of(execution).ifPresent(run -> {
                String key = "runs/" + run.runId() + ".json";
                String fault = RecordedRun.fault(records, run);
                if (fault != null) {
                    records.replace(run);
                    repaired.add(new Damage(
                            key, fault, List.of(), "made again of the history of " + execution.name(), null));
                }
            });
        }
        return repaired;
    }

    private List<Damage> ledger() {
        Path file = home.ledgerFile();
        boolean there = Files.exists(file);
        if (!there && store.list("runs/").isEmpty()) {
            return List.of();
        }
        List<String> faults = there ? faults(file) : List.of("it is missing, although the store holds runs");
        if (faults.isEmpty()) {
            return List.of();
        }
        String what = String.join("; ", faults);
        if (!repair) {
            return List.of(new Damage(
                    "ledger.db", what, List.of(), null, "./candor verify --repair makes it again from the store"));
        }
        try (SqliteLedger _ = new LedgerFile(home, store, notices).anew("does not fit")) {
            return List.of(new Damage("ledger.db", what, List.of(), "made again from the store", null));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the ledger " + file + " again", e);
        }
    }

    private List<String> faults(Path file) {
        try (SqliteLedger ledger = SqliteLedger.toRead(file)) {
            return LedgerIndex.faults(store, ledger);
        } catch (IllegalArgumentException e) {
            return List.of(String.valueOf(e.getMessage()).replaceFirst("; \\./candor verify.*$", ""));
        }
    }
}
