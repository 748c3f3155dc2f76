// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.reproduction;

import candor.store.checkpoint.Artefact;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.Checkpoints;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One stage of a run beside the same stage made again.
 *
 * @param stage its one word
 * @param artefacts how many were compared
 * @param sameCode whether the code is that of the run
 * @param difference the first one, in words; null where all bytes are the same
 */
public record StageCompared(
        String stage,
        int artefacts,
        boolean sameCode,
        @Nullable String difference) {

    private static final int SHOWN = 60;

    static StageCompared of(Checkpoints of, Checkpoint recorded, Checkpoints in, Checkpoint made) {
        return new StageCompared(
                recorded.stage(),
                recorded.artefacts().size(),
                recorded.codeDigest().equals(made.codeDigest()),
                difference(of, recorded, in, made).orElse(null));
    }

    private static Optional<String> difference(Checkpoints of, Checkpoint recorded, Checkpoints in, Checkpoint made) {
        for (Artefact artefact : recorded.artefacts()) {
            if (!made.hasArtefact(artefact.name())) {
                return Optional.of(artefact.name() + " was not made");
            }
            Artefact again = made.getArtefact(artefact.name());
            if (!again.sha256().equals(artefact.sha256())) {
                return Optional.of(artefact.name() + words(of.bytes(artefact), in.bytes(again)));
            }
        }
        return made.artefacts().stream()
                .map(Artefact::name)
                .filter(name -> !recorded.hasArtefact(name))
                .findFirst()
                .map(name -> name + " was not there");
    }

    /** Where two contents part, as in {@code differs at byte 17, line 2: recorded 'a', made 'b'}. */
    static String words(byte[] recorded, byte[] made) {
        int at = 0;
        int line = 1;
        int start = 0;
        while (at < recorded.length && at < made.length && recorded[at] == made[at]) {
            if (recorded[at] == '\n') {
                line++;
                start = at + 1;
            }
            at++;
        }
        return " differs at byte " + at + ", line " + line + ": recorded '"
                + line(recorded, Math.max(start, at - SHOWN / 2)) + "', made '"
                + line(made, Math.max(start, at - SHOWN / 2)) + "'";
    }

    private static String line(byte[] bytes, int from) {
        int end = from;
        while (end < bytes.length && end < from + SHOWN && bytes[end] != '\n') {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "?");
    }
}
