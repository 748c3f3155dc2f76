package candor.aws.lambda;

import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.CheckpointCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** What is done once at a function's start, for no other sake than that its classes are loaded when they are needed. */
final class Rehearsal {

    private Rehearsal() {}

    /** Runs it on a thread of its own, which keeps no process alive. */
    static Thread begin(Runnable rehearsal, Consumer<String> notices) {
        return Thread.ofPlatform().name("rehearsal").daemon().start(() -> {
            try {
                rehearsal.run();
            } catch (RuntimeException e) {
                notices.accept("rehearsal was cut short: " + e);
            }
        });
    }

    /** Reads and writes a checkpoint, as every stage does. */
    static void checkpoint() {
        try (InputStream file = Rehearsal.class.getResourceAsStream(Checkpoint.FILE)) {
            if (file == null) {
                throw new IllegalStateException("the function's zip lacks " + Checkpoint.FILE);
            }
            Checkpoint checkpoint = CheckpointCodec.read(Checkpoint.FILE, file.readAllBytes());
            CheckpointCodec.write(checkpoint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
