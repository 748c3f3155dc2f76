// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often each fault was tried in each scene of a simulation, and what came of it. {@code tools/simulation} adds the files
 * of all tests up to one table.
 */
public final class Tally {

    private static final int MOST_SHOWN = 20;

    /** @param fault as in {@code killed before} */
    private record Row(String scene, String fault) implements Comparable<Row> {

        static Row of(String scene, Enum<?> fault) {
            return new Row(scene, fault.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }

        @Override
        public int compareTo(Row other) {
            return (scene + "\t" + fault).compareTo(other.scene + "\t" + other.fault);
        }
    }

    private record Count(int tried, int wrong, int lost) {
        Count with(Count other) {
            return new Count(tried + other.tried, wrong + other.wrong, lost + other.lost);
        }
    }

    private final SortedMap<Row, Count> counts = new TreeMap<>();
    private final List<String> found = new ArrayList<>();

    /**
     * Counts a trial.
     *
     * @param where what went wrong and when, for a message
     * @param wrong what is another one than without the fault; empty is right
     * @param lost what is missing; empty is right
     */
    public void add(String scene, Enum<?> fault, String where, List<String> wrong, List<String> lost) {
        Count count = new Count(1, wrong.isEmpty() ? 0 : 1, lost.isEmpty() ? 0 : 1);
        counts.merge(Row.of(scene, fault), count, Count::with);
        wrong.forEach(what -> found.add(scene + ", " + where + ": " + what + " is another"));
        lost.forEach(what -> found.add(scene + ", " + where + ": " + what + " is lost"));
    }

    /** How often a fault was tried in a scene. */
    public int tried(String scene, Enum<?> fault) {
        return counts.getOrDefault(Row.of(scene, fault), new Count(0, 0, 0)).tried();
    }

    /** Fails with the first of what was found. */
    public void assertNothingFound() {
        assertThat(found.subList(0, Math.min(MOST_SHOWN, found.size())))
                .as("%d faults left a trace", found.size())
                .isEmpty();
    }

    /** Leaves the counts in {@code target/simulation/NAME.tsv} of the module. */
    public void write(Class<?> test) {
        StringBuilder text = new StringBuilder();
        counts.forEach((row, count) -> text.append(String.join(
                "\t",
                row.scene(),
                row.fault(),
                Integer.toString(count.tried()),
                Integer.toString(count.wrong()),
                Integer.toString(count.lost()) + "\n")));
        try {
            Path folder = Files.createDirectories(Path.of("target", "simulation"));
            Files.writeString(folder.resolve(test.getSimpleName() + ".tsv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
