// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.wiring;

import candor.forecasting.market.Symbol;
import candor.local.ledger.DamagedLedger;
import candor.local.ledger.SqliteLedger;
import candor.local.store.ProcessLock;
import candor.pipeline.stage.LedgerIndex;
import candor.statemachine.history.Execution;
import candor.statemachine.history.ExecutionStatus;
import candor.store.port.Ledger;
import candor.store.port.ObjectStore;
import candor.store.port.RunEntry;
import candor.store.run.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A home's ledger: an index of what the store holds, which is made again where it is damaged or missing. */
public final class LedgerFile {

    private final Home home;
    private final ObjectStore store;
    private final Consumer<String> notices;

    /** @param notices told, in one line, of a ledger that was made again */
    public LedgerFile(Home home, ObjectStore store, Consumer<String> notices) {
        this.home = home;
        this.store = store;
        this.notices = notices;
    }

    /** Opens it, made again where it has to be. */
    public SqliteLedger open() {
        Path file = home.ledgerFile();
        try {
            if (Files.exists(file) || store.list("runs/").isEmpty()) {
                return new SqliteLedger(file);
            }
        } catch (DamagedLedger e) {
            // Made again below.
        }
        try {
            Files.createDirectories(home.root());
            // Of two processes the second finds what the first has made.
            return new ProcessLock(home.root().resolve("ledger.repair.lock")).holding(() -> again(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the ledger " + file + " again", e);
        }
    }

    /** Makes it again, whatever is there. */
    public SqliteLedger anew(String reason) throws IOException {
        Path file = home.ledgerFile();
        String aside = Files.exists(file) ? "; the damaged one is " + setAside(file) : "";
        SqliteLedger ledger = new SqliteLedger(file);
        LedgerIndex.Entries entries = LedgerIndex.rebuild(store, ledger, notices);
        recordFailedRuns(ledger);
        notices.accept(
                "the ledger " + file + " " + reason + ": made again from the store, with " + entries.words() + aside);
        return ledger;
    }

    private SqliteLedger again(Path file) throws IOException {
        boolean there = Files.exists(file);
        if (there) {
            try {
                return new SqliteLedger(file);
            } catch (DamagedLedger e) {
                // Still damaged: nobody else has made it again.
            }
        }
        return anew(there ? "was damaged" : "was missing");
    }

    private static Path setAside(Path file) throws IOException {
        int number = 1;
        while (Files.exists(file.resolveSibling(file.getFileName() + ".damaged-" + number))) {
            number++;
        }
        Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + number);
        Files.move(file, aside);
        for (String ending : List.of("-wal", "-shm")) {
            Path beside = file.resolveSibling(file.getFileName() + ending);
            if (Files.exists(beside)) {
                Files.move(beside, aside.resolveSibling(aside.getFileName() + ending));
            }
        }
        return aside;
    }

    /** Runs that have not succeeded are known to their histories alone. */
    private void recordFailedRuns(Ledger ledger) {
        for (Execution execution : home.executions().list().executions()) {
            ExecutionStatus status = execution.status();
            String symbol =
                    Payloads.parse(execution.header().input()).path("symbol").stringValue("");
            if (status == ExecutionStatus.RUNNING || status == ExecutionStatus.SUCCEEDED || symbol.isEmpty()) {
                continue;
            }
            Symbol parsed = Symbol.of(symbol);
            new PastRuns(store)
                    .find(execution.name())
                    .ifPresentOrElse(
                            run -> ledger.recordRun(entry(execution, run.runId(), parsed, run.asOf())),
                            () -> ledger.recordRun(
                                    entry(execution, RunId.unresolved(parsed, execution.name()), parsed, null)));
        }
    }

    private static RunEntry entry(Execution execution, String runId, Symbol symbol, @Nullable LocalDate asOf) {
        return new RunEntry(
                runId,
                execution.name(),
                symbol,
                asOf,
                execution.header().startDate(),
                execution.stopDate().orElse(null),
                execution.status().name(),
                execution.error().orElse(null),
                execution.cause().map(Payloads::reason).orElse(null));
    }
}
