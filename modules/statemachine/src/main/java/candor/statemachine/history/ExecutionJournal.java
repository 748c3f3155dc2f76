package candor.statemachine.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The history of one execution that is run here and now: locked while it is open, safe for several threads. */
public final class ExecutionJournal implements AutoCloseable {

    static final String HISTORY = "history.jsonl";

    private final ExecutionHeader header;
    private final Path folder;
    private final List<HistoryEvent> recorded;
    private final RunLock lock;
    private final HistoryFile file;
    private long lastId;

    /** Takes over the lock. */
    ExecutionJournal(ExecutionHeader header, Path folder, RunLock lock) throws IOException {
        this.header = header;
        this.folder = folder;
        this.lock = lock;
        HistoryFile.Content content = HistoryFile.read(folder.resolve(HISTORY));
        this.recorded = content.events();
        this.lastId = recorded.size();
        this.file = new HistoryFile(folder.resolve(HISTORY), content.length());
    }

    public ExecutionHeader header() {
        return header;
    }

    /** The files of one of this execution's Map runs, whether there are any yet or not. */
    public MapRunFiles mapRun(String id) {
        return new MapRunFiles(folder, id);
    }

    /** What was there when the journal was opened; empty for a new execution. */
    public List<HistoryEvent> recorded() {
        return recorded;
    }

    /** On the disk when this returns. Throws UncheckedIOException where it cannot be. */
    public synchronized HistoryEvent append(
            long previousEventId, Instant timestamp, EventType type, ObjectNode details) {
        HistoryEvent event = new HistoryEvent(lastId + 1, previousEventId, timestamp, type, details);
        try {
            file.append(event);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot record event " + event.id() + " of " + header.name(), e);
        }
        lastId = event.id();
        return event;
    }

    @Override
    public void close() {
        try (lock) {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the history of " + header.name(), e);
        }
    }
}
