package candor.statemachine.history;

import candor.statemachine.definition.StateMachine;
import candor.statemachine.expression.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The executions of a home: a folder each, {@code {name}/execution.json}, {@code {name}/history.jsonl} and
 * {@code {name}/lock}; the children of its Map runs are below it ({@link MapRunFiles}). Safe for several processes. I/O errors come as UncheckedIOException.
 */
public final class Executions {

    private static final String HEADER = "execution.json";
    private static final String LOCK = "lock";

    /** AWS's rule for names, less what a file system might take amiss. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]{0,79}");

    private static final int MOST_INPUT_BYTES = 256 * 1024;

    private final Path folder;

    public Executions(Path folder) {
        this.folder = folder;
    }

    /**
     * Claims the name for a new execution.
     *
     * @param input JSON text, kept as it is
     * @throws IllegalArgumentException where the name cannot be one, or the input is not JSON
     */
    public StartOutcome start(StateMachine machine, String name, String input, Instant now) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("an execution's name has 1 to 80 letters, digits, '_', '-' and '.', and"
                    + " begins with none of the latter: '" + name + "'");
        }
        JsonText.parse(input);
        if (input.getBytes(StandardCharsets.UTF_8).length > MOST_INPUT_BYTES) {
            throw new IllegalArgumentException("an execution's input has at most " + MOST_INPUT_BYTES
                    + " bytes; hand over a key to the data instead");
        }
        try {
            Path own = Files.createDirectories(folder.resolve(name));
            Optional<RunLock> lock = RunLock.tryAcquire(own.resolve(LOCK));
            if (lock.isEmpty()) {
                return taken(name, input);
            }
            return claim(new ExecutionHeader(name, machine, input, now), own, lock.get());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the execution " + name + " in " + folder, e);
        }
    }

    private StartOutcome claim(ExecutionHeader header, Path own, RunLock lock) throws IOException {
        boolean kept = false;
        try {
            if (!Files.exists(own.resolve(HEADER))) {
                writeHeader(own, header);
                ExecutionJournal journal = new ExecutionJournal(header, own, lock);
                kept = true;
                return new StartOutcome.Created(journal);
            }
        } finally {
            if (!kept) {
                lock.close();
            }
        }
        return new StartOutcome.AlreadyExists(read(own, false));
    }

    private StartOutcome taken(String name, String input) {
        Optional<Execution> running = find(name);
        return running.isEmpty()
                        || JsonText.parse(running.get().header().input()).equals(JsonText.parse(input))
                ? new StartOutcome.AlreadyRunning(name)
                : new StartOutcome.AlreadyExists(running.get());
    }

    /** Reopens an execution that did not succeed, by AWS's rule. */
    public RedriveOutcome redrive(String name) {
        Path own = folder.resolve(name);
        if (!NAME.matcher(name).matches() || !Files.exists(own.resolve(HEADER))) {
            return new RedriveOutcome.NotFound(name);
        }
        try {
            Optional<RunLock> lock = RunLock.tryAcquire(own.resolve(LOCK));
            if (lock.isEmpty()) {
                return new RedriveOutcome.NotRedrivable(ExecutionStatus.RUNNING);
            }
            return reopen(own, lock.get());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot redrive the execution " + name + " in " + folder, e);
        }
    }

    private static RedriveOutcome reopen(Path own, RunLock lock) throws IOException {
        boolean kept = false;
        try {
            Execution execution = read(own, false);
            if (!execution.status().isRedrivable()) {
                return new RedriveOutcome.NotRedrivable(execution.status());
            }
            ExecutionJournal journal = new ExecutionJournal(execution.header(), own, lock);
            kept = true;
            return new RedriveOutcome.Reopened(journal);
        } finally {
            if (!kept) {
                lock.close();
            }
        }
    }

    public Optional<Execution> find(String name) {
        Path own = folder.resolve(name);
        if (!NAME.matcher(name).matches() || !Files.exists(own.resolve(HEADER))) {
            return Optional.empty();
        }
        try {
            // The lock first: whoever has let go of it has written its last event.
            return Optional.of(read(own, RunLock.isHeld(own.resolve(LOCK))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the execution " + name + " in " + folder, e);
        }
    }

    /**
     * What the folder holds.
     *
     * @param executions the latest start first
     * @param unreadable for each damaged one what is wrong and where; one of them does not hide the others
     */
    public record Listing(List<Execution> executions, List<String> unreadable) {}

    public Listing list() {
        if (!Files.isDirectory(folder)) {
            return new Listing(List.of(), List.of());
        }
        List<Execution> executions = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (String name : names()) {
            try {
                find(name).ifPresent(executions::add);
            } catch (UncheckedIOException e) {
                unreadable.add(e.getMessage() + ": " + e.getCause());
            }
        }
        executions.sort(
                Comparator.comparing((Execution execution) -> execution.header().startDate())
                        .reversed()
                        .thenComparing(Execution::name));
        return new Listing(List.copyOf(executions), List.copyOf(unreadable));
    }

    /** The Map runs of an execution, by their ids; empty where it had none. */
    public SequencedMap<String, MapRunFiles> mapRuns(String name) {
        SequencedMap<String, MapRunFiles> runs = new LinkedHashMap<>();
        if (!NAME.matcher(name).matches()) {
            return runs;
        }
        Path own = folder.resolve(name);
        try {
            MapRunFiles.ids(own).forEach(id -> runs.put(id, new MapRunFiles(own, id)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the Map runs of " + name + " in " + folder, e);
        }
        return runs;
    }

    /** Forgets an execution that is over and the children of its Map runs, its header first: one that is cut off leaves no execution. */
    public void remove(String name) {
        Path own = folder.resolve(name);
        if (!NAME.matcher(name).matches() || !Files.isDirectory(own)) {
            return;
        }
        try {
            if (RunLock.isHeld(own.resolve(LOCK))) {
                throw new IllegalStateException("the execution " + name + " is running");
            }
            Files.deleteIfExists(own.resolve(HEADER));
            try (Stream<Path> files = Files.walk(own)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the execution " + name + " in " + folder, e);
        }
    }

    private List<String> names() {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.map(own -> String.valueOf(own.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the executions in " + folder, e);
        }
    }

    private static Execution read(Path own, boolean locked) throws IOException {
        Path file = own.resolve(HEADER);
        // Bytes that are no UTF-8 are damage like any other: the digest finds it.
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        ExecutionHeader header = ExecutionHeader.parse(text, file.toString());
        List<HistoryEvent> events =
                HistoryFile.read(own.resolve(ExecutionJournal.HISTORY)).events();
        ExecutionStatus ended =
                events.isEmpty() ? null : events.getLast().type().endStatus();
        ExecutionStatus open = locked ? ExecutionStatus.RUNNING : ExecutionStatus.ABORTED;
        return new Execution(header, ended == null ? open : ended, events);
    }

    /** Whole or not at all: written beside its place, forced to the disk, moved. */
    private static void writeHeader(Path own, ExecutionHeader header) throws IOException {
        Path draft = own.resolve(HEADER + ".part");
        ByteBuffer bytes = ByteBuffer.wrap(header.toJson().getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, own.resolve(HEADER), StandardCopyOption.ATOMIC_MOVE);
    }
}
