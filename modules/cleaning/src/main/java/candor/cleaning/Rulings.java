// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that a person has said about a symbol's prices.
 *
 * @param all ascending by session, then kind; one of a kind for each session, and one beginning at most
 */
public record Rulings(List<Ruling> all) {

    private static final Comparator<Ruling> ORDER =
            Comparator.comparing(Ruling::session).thenComparing(Ruling::kind);

    /** Nobody has said anything. */
    public static final Rulings NONE = new Rulings(List.of());

    public Rulings {
        all = all.stream().sorted(ORDER).toList();
        for (int i = 1; i < all.size(); i++) {
            if (ORDER.compare(all.get(i - 1), all.get(i)) == 0) {
                throw new IllegalArgumentException("two rulings: "
                        + all.get(i - 1).words() + " and " + all.get(i).words());
            }
        }
        if (all.stream().filter(one -> one.kind() == Ruling.Kind.BEGIN).count() > 1) {
            throw new IllegalArgumentException("two beginnings");
        }
    }

    /** With one more; it takes the place of an earlier one of its kind and session, a beginning that of any other. */
    public Rulings with(Ruling ruling) {
        List<Ruling> kept = all.stream()
                .filter(one -> one.kind() != ruling.kind()
                        || (one.kind() != Ruling.Kind.BEGIN && !one.session().equals(ruling.session())))
                .toList();
        return new Rulings(Stream.concat(kept.stream(), Stream.of(ruling)).toList());
    }

    /** Without those of a session. */
    public Rulings without(LocalDate session) {
        return new Rulings(
                all.stream().filter(one -> !one.session().equals(session)).toList());
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Shares after for one before, by session. */
    SortedMap<LocalDate, Ruling> splits() {
        SortedMap<LocalDate, Ruling> splits = new TreeMap<>();
        all.stream().filter(one -> one.kind() == Ruling.Kind.SPLIT).forEach(one -> splits.put(one.session(), one));
        return splits;
    }

    boolean isReal(LocalDate session) {
        return all.stream()
                .anyMatch(one -> one.kind() == Ruling.Kind.REAL && one.session().equals(session));
    }

    Optional<Ruling> begin() {
        return all.stream().filter(one -> one.kind() == Ruling.Kind.BEGIN).findFirst();
    }

    /** What decides a result, without who and when: one line. */
    public String words() {
        return String.join(", ", all.stream().map(Ruling::words).toList());
    }
}
