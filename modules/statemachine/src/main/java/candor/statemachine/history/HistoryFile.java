package candor.statemachine.history;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code history.jsonl}: one event a line, each under a digest and on the disk before the next step is taken. A kill can
 * only tear the last line; it is not read, and cut off before anything is added.
 */
final class HistoryFile implements AutoCloseable {

    /** @param length bytes of the whole lines that were read */
    record Content(List<HistoryEvent> events, long length) {}

    private final FileOutputStream out;

    /** Opens for adding after the whole lines. Channels are avoided: an interrupt would close them. */
    HistoryFile(Path file, long length) throws IOException {
        try (RandomAccessFile torn = new RandomAccessFile(file.toFile(), "rw")) {
            torn.setLength(length);
        }
        out = new FileOutputStream(file.toFile(), true);
    }

    void append(HistoryEvent event) throws IOException {
        out.write((LineSeal.on(event.toJson()) + "\n").getBytes(StandardCharsets.UTF_8));
        out.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    static Content read(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new Content(List.of(), 0);
        }
        List<HistoryEvent> events = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        for (byte b : bytes) {
            if (b != '\n') {
                line.write(b);
                continue;
            }
            events.add(parse(file, events.size() + 1, line.toString(StandardCharsets.UTF_8)));
            length += line.size() + 1;
            line.reset();
        }
        rejectBrokenEnd(file, events.size() + 1, line.toString(StandardCharsets.UTF_8));
        return new Content(List.copyOf(events), length);
    }

    /** A line that is whole and ends in another character than a line does was not torn. */
    private static void rejectBrokenEnd(Path file, int line, String text) throws IOException {
        if (!text.isEmpty() && LineSeal.isOn(text.substring(0, text.length() - 1))) {
            throw new IOException(file + ", line " + line + ": it has no end; the history is damaged, start the run"
                    + " anew under another name");
        }
    }

    private static HistoryEvent parse(Path file, int line, String text) throws IOException {
        HistoryEvent event;
        try {
            LineSeal.check(text);
            event = HistoryEvent.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    file + ", line " + line + ": not an event of an execution: " + e.getMessage()
                            + "; the history is damaged, start the run anew under another name",
                    e);
        }
        if (event.id() != line) {
            throw new IOException(file + ", line " + line + ": holds event " + event.id()
                    + "; the file was changed by hand, start the run anew under another name");
        }
        return event;
    }
}
