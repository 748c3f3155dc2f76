package candor.store.port;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a provider answered to one question.
 *
 * <p>Prices, volumes, dividends and capital gains are as traded on their session, also where the provider states them
 * in today's shares: a later split changes none of them, and bars of several providers can stand side by side.
 *
 * @param provider its short name, as in {@code yahoo}
 * @param bars ascending by session, one for each session at most, within the days asked for; NaN where the provider has a
 *     session but no value yet. Adjusted closes are the provider's own, of this download. Lines count from 1
 * @param from first day asked for, inclusive, exchange-local
 * @param to last day asked for, inclusive
 * @param notes what a person should know of the answer, one line each, as of a row that was left out and why
 * @param firstTrade day from which the provider says it has trades; null where it does not say
 */
public record Download(
        String provider,
        Instrument instrument,
        List<RawBar> bars,
        LocalDate from,
        LocalDate to,
        List<String> notes,
        @Nullable LocalDate firstTrade) {

    public Download {
        bars = List.copyOf(bars);
        notes = List.copyOf(notes);
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("asked from " + from + " to " + to + ": the end lies before the start");
        }
        for (int i = 1; i < bars.size(); i++) {
            if (!bars.get(i).session().isAfter(bars.get(i - 1).session())) {
                throw new IllegalArgumentException("sessions not ascending: "
                        + bars.get(i).session() + " follows "
                        + bars.get(i - 1).session());
            }
        }
    }

    /** An answer that does not say when trading began. */
    public Download(
            String provider,
            Instrument instrument,
            List<RawBar> bars,
            LocalDate from,
            LocalDate to,
            List<String> notes) {
        this(provider, instrument, bars, from, to, notes, null);
    }
}
