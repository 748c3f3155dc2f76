package candor.store.checkpoint;

import candor.forecasting.market.Symbol;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * checkpoint.json: what makes a stage's work done. Written last, never overwritten by other content; the format is
 * specified in docs/checkpoint-format.md.
 *
 * @param format always {@value #FORMAT}
 * @param formatVersion of the document and of the artefacts beside it
 * @param stage the stage's one word, as in {@code train}
 * @param fingerprint under which it is found again, see {@link Fingerprint}
 * @param inputs in the order in which the stage names them
 * @param settings of the stage, as text
 * @param codeDigest of the code that computed it
 * @param seeds of everything random, by what they feed
 * @param artefacts by name
 * @param summary one line for a person
 */
public record Checkpoint(
        String format,
        int formatVersion,
        String stage,
        Symbol symbol,
        LocalDate asOf,
        String fingerprint,
        List<Input> inputs,
        SortedMap<String, String> settings,
        String codeDigest,
        SortedMap<String, Long> seeds,
        List<Artefact> artefacts,
        String summary) {

    public static final String FORMAT = "candor/checkpoint";

    /** The version that this code writes. */
    public static final int VERSION = 1;

    /** The file's name, beside the artefacts. */
    public static final String FILE = "checkpoint.json";

    /** The oldest version that this code reads. */
    public static final int OLDEST_READABLE = 1;

    /** The artefact of that file name; throws IllegalArgumentException that lists what there is. */
    public Artefact getArtefact(String name) {
        return artefacts.stream()
                .filter(artefact -> artefact.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the " + stage + " checkpoint has no '" + name
                        + "'; it has "
                        + artefacts.stream().map(Artefact::name).toList()));
    }

    /** The artefact of that key; throws IllegalArgumentException that lists what there is. */
    public Artefact getArtefact(ArtefactKey<?> key) {
        return getArtefact(key.name());
    }

    /** Whether there is an artefact of that key. */
    public boolean hasArtefact(ArtefactKey<?> key) {
        return hasArtefact(key.name());
    }

    /** Whether there is an artefact of that name, perhaps one that this version of the code does not make. */
    public boolean hasArtefact(String name) {
        return artefacts.stream().anyMatch(artefact -> artefact.name().equals(name));
    }

    /** The input that is an artefact of that key; where several stages' are, the first. */
    public Optional<Input> findInput(ArtefactKey<?> key) {
        return inputs.stream().filter(input -> key.names(input.key())).findFirst();
    }
}
