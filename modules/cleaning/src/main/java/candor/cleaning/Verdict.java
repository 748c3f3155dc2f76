// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import candor.cleaning.repair.RepairResult;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All that the {@link Judge} has to say about rows.
 *
 * @param source what a person calls the source
 * @param repairs all rows up to asOf after repair, kept or not, and what was done to them
 * @param result bars and what became of the rest; for a look only where anything stops
 * @param stops what stops a run, in the order of the rules; empty where the bars may be forecast from
 */
public record Verdict(String source, RepairResult repairs, CleaningResult result, List<Stop> stops) {

    public Verdict {
        stops = List.copyOf(stops);
    }

    /** Whether a run would stop. */
    public boolean isStopped() {
        return !stops.isEmpty();
    }

    /**
     * The bars, where nothing stops.
     *
     * @throws candor.store.failure.PermanentFailure with the words of the first stop and of
     *     others of its rule; those of other rules may follow from it
     */
    public CleaningResult orThrow() {
        if (isStopped()) {
            Stop first = stops.getFirst();
            String words = stops.stream()
                    .filter(stop -> stop.rule().equals(first.rule()))
                    .map(Stop::message)
                    .collect(Collectors.joining(". "));
            throw first.failure(source + ": " + words);
        }
        return result;
    }
}
