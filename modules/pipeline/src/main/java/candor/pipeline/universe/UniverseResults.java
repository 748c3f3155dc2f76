// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.universe;

import candor.store.failure.CorruptCheckpoint;
import candor.store.failure.InputRefused;
import candor.store.port.ObjectStore;
import candor.store.run.Documents;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The lists of a store, {@code universe/lists/{name}.json}, and what became of them,
 * {@code universe/results/{date}/{name}/summary.json} with a {@code summary.csv} beside it.
 */
public final class UniverseResults {

    /** What every key of a list or of results begins with. */
    public static final String PREFIX = "universe/";

    private static final String LISTS = PREFIX + "lists/";
    private static final String RESULTS = PREFIX + "results/";
    private static final String JSON = ".json";
    private static final String SUMMARY = "/summary";

    private final ObjectStore store;

    public UniverseResults(ObjectStore store) {
        this.store = store;
    }

    /** The names of all lists that are kept, or that have results. */
    public NavigableSet<String> names() {
        NavigableSet<String> names = new TreeSet<>();
        store.list(LISTS).stream()
                .filter(key -> key.endsWith(JSON))
                .map(key -> key.substring(LISTS.length(), key.length() - JSON.length()))
                .forEach(names::add);
        days().forEach(day -> names.add(day.name()));
        return names;
    }

    /** The list that is kept under the name; throws {@link candor.store.failure.InputRefused} where it is none. */
    public Optional<SymbolList> list(String name) {
        String key = LISTS + name + JSON;
        return store.find(key).map(object -> SymbolList.read(key, object.bytes()));
    }

    /** Keeps the list under its name, in place of another one. */
    public void keep(SymbolList list) {
        Documents.update(store, LISTS + list.name() + JSON, present -> list.toJson());
    }

    /** Writes the summary in both forms, in place of an earlier one of its list and day; returns the key of the JSON. */
    public String write(UniverseSummary summary) {
        String path = new Day(summary.date(), summary.list()).path();
        Documents.update(store, path + ".csv", "text/csv", present -> summary.toCsv());
        Documents.update(store, path + JSON, present -> summary.toJson());
        return path + JSON;
    }

    /** The list's summary of the latest day. */
    public Optional<UniverseSummary> latest(String name) {
        return days().stream()
                .filter(day -> day.name().equals(name))
                .max(Comparator.comparing(Day::date))
                .flatMap(this::find);
    }

    /** Of all lists the summary whose symbols ended last. */
    public Optional<UniverseSummary> latest() {
        return names().stream()
                .map(this::latest)
                .flatMap(Optional::stream)
                .max(Comparator.comparing(UniverseSummary::ended).thenComparing(UniverseSummary::list));
    }

    /** What is wrong with the list or the summary under the key; empty where it can be read, or is another object. */
    public Optional<String> fault(String key) {
        try {
            if (key.startsWith(LISTS) && key.endsWith(JSON)) {
                list(key.substring(LISTS.length(), key.length() - JSON.length()));
            } else if (key.startsWith(RESULTS)) {
                Day.of(key).ifPresent(this::find);
            }
            return Optional.empty();
        } catch (InputRefused | CorruptCheckpoint e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Optional<UniverseSummary> find(Day day) {
        String key = day.path() + JSON;
        return store.find(key).map(object -> UniverseSummary.read(key, object.bytes()));
    }

    /** A list's results of one day. */
    private record Day(LocalDate date, String name) {

        String path() {
            return RESULTS + date + "/" + name + SUMMARY;
        }

        /** Empty for other objects, as the files that Step Functions writes there. */
        static Optional<Day> of(String key) {
            String[] parts = key.substring(RESULTS.length()).split("/", -1);
            if (parts.length != 3 || !("/" + parts[2]).equals(SUMMARY + JSON)) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Day(LocalDate.parse(parts[0]), parts[1]));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
    }

    private List<Day> days() {
        return store.list(RESULTS).stream()
                .map(Day::of)
                .flatMap(Optional::stream)
                .toList();
    }
}
