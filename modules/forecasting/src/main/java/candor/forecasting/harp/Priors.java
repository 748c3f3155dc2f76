package candor.forecasting.harp;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What one panel of symbols says about each horizon: derived numbers only, no price.
 *
 * @param about which symbols these are, in words; one line
 * @param symbols how many, &ge; 1
 * @param from first session of the panel
 * @param through last session of the panel, at or after the date of the last version
 * @param horizons ascending
 */
public record Priors(String about, int symbols, LocalDate from, LocalDate through, List<Prior> horizons) {

    public Priors {
        horizons = List.copyOf(horizons);
        if (about.isBlank() || about.lines().count() != 1 || !about.equals(about.strip())) {
            throw new IllegalArgumentException("want one line of words about the symbols, got '" + about + "'");
        }
        if (symbols < 1) {
            throw new IllegalArgumentException(symbols + " symbols, want 1 at least");
        }
        for (int i = 0; i < horizons.size(); i++) {
            Prior prior = horizons.get(i);
            if (i > 0 && prior.horizon() <= horizons.get(i - 1).horizon()) {
                throw new IllegalArgumentException("horizon " + prior.horizon() + " follows "
                        + horizons.get(i - 1).horizon() + ", want them ascending");
            }
            if (prior.versions().getLast().date().isAfter(through)) {
                throw new IllegalArgumentException("horizon " + prior.horizon() + " has a version of "
                        + prior.versions().getLast().date() + ", after the panel's end " + through);
            }
        }
    }

    /** The same without what was said after a day; a horizon of which nothing was said by then is absent. */
    public Priors upTo(LocalDate day) {
        return new Priors(
                about,
                symbols,
                from,
                through,
                horizons.stream().flatMap(prior -> prior.upTo(day).stream()).toList());
    }

    /** That of one horizon; empty where the panel says nothing about it. */
    public Optional<Prior> of(int horizon) {
        return horizons.stream().filter(prior -> prior.horizon() == horizon).findFirst();
    }
}
