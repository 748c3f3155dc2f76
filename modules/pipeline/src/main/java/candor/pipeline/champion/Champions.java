package candor.pipeline.champion;

import candor.forecasting.market.Symbol;
import candor.forecasting.walkforward.Champion;
import candor.store.checkpoint.CheckpointRef;
import candor.store.failure.CorruptCheckpoint;
import candor.store.json.Json;
import candor.store.port.ObjectStore;
import candor.store.run.Documents;
import candor.store.run.History;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * champions/{symbol}: who is in service since when, by whose decision. A history, so that work done again for an earlier
 * day sees the champion of that day and not a later one.
 *
 * <p>Terms are ordered by asOf; of one day the gate's verdict comes first, then what persons decided once that day was
 * done, as they decided it. The last term is in force.
 */
public final class Champions {

    static final String SCHEMA = "candor/champions/1";

    private static final Comparator<Term> IN_ORDER =
            Comparator.comparing(Term::asOf).thenComparing(Term::by);

    private final ObjectStore store;

    public Champions(ObjectStore store) {
        this.store = store;
    }

    /** Whose decision a term is, in the order of one day's terms. */
    public enum Decider {
        GATE,
        PERSON;

        /** As in {@code gate}. */
        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Decider of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /** champions/{symbol} as stored; terms in their order. */
    public record History(String schema, Symbol symbol, List<Term> terms) {}

    /**
     * One decision.
     *
     * @param asOf the day whose run decided; for a person's decision the last day that was done before it
     * @param decided when a person decided, or answered the gate's proposal; null where the gate decided alone, as its
     *     runs have records
     * @param person who answered the gate's proposal; null where nobody did
     * @param run id of the run that decided, or of the one whose champions a person put back
     * @param promotion that run's verdict
     * @param look how often the gate had looked by then; 0 before the first look
     * @param lookedAt asOf of the last look; null before the first
     */
    public record Term(
            LocalDate asOf,
            Decider by,
            @Nullable Instant decided,
            @Nullable String person,
            String run,
            CheckpointRef promotion,
            int look,
            @Nullable LocalDate lookedAt,
            List<InService> horizons) {

        public Term {
            horizons = List.copyOf(horizons);
        }
    }

    /**
     * Who serves one horizon.
     *
     * @param verdict {@code promoted} or {@code retained} by the gate; {@code appointed} by a person
     * @param mean and {@code scale}: names of methods; others are an IllegalArgumentException
     */
    public record InService(int sessions, String verdict, String mean, String scale, String reason) {

        public static final String APPOINTED = "appointed";

        public InService {
            champion(mean, scale);
        }

        public Champion champion() {
            return champion(mean, scale);
        }

        private static Champion champion(String mean, String scale) {
            return Champion.of(mean, scale);
        }
    }

    /** All terms, in their order. */
    public List<Term> terms(Symbol symbol) {
        return store.find(keyOf(symbol))
                .map(object -> parse(symbol, object.bytes()).terms())
                .orElse(List.of());
    }

    /**
     * The terms that a run of that day sees: the gate's of the days before it, and a person's up to that day, so that the
     * day done again after a person's decision follows it.
     */
    public List<Term> termsFor(Symbol symbol, LocalDate asOf) {
        return terms(symbol).stream()
                .filter(term -> term.by() == Decider.GATE
                        ? term.asOf().isBefore(asOf)
                        : !term.asOf().isAfter(asOf))
                .toList();
    }

    /** Notes a decision: the gate's in place of its earlier one of the same day, a person's besides all others. */
    public void appoint(Symbol symbol, Term term) {
        Documents.update(store, keyOf(symbol), present -> {
            List<Term> terms = new ArrayList<>(
                    present.map(bytes -> parse(symbol, bytes).terms()).orElse(List.of()));
            if (terms.stream().noneMatch(other -> isSameVerdict(other, term))) {
                terms.removeIf(other -> term.by() == Decider.GATE
                        && other.by() == Decider.GATE
                        && other.asOf().equals(term.asOf()));
                terms.add(term);
            }
            terms.sort(IN_ORDER);
            return Json.write(new History(SCHEMA, symbol, terms));
        });
    }

    /** A verdict that another run of the same day reuses is that of the run that reached it. */
    private static boolean isSameVerdict(Term one, Term other) {
        return one.by() == Decider.GATE
                && other.by() == Decider.GATE
                && one.asOf().equals(other.asOf())
                && one.promotion().equals(other.promotion());
    }

    private static History parse(Symbol symbol, byte[] bytes) {
        try {
            return Json.read(bytes, History.class);
        } catch (JacksonException e) {
            throw new CorruptCheckpoint(keyOf(symbol) + " cannot be read; restore an earlier version of it", e);
        }
    }

    private static String keyOf(Symbol symbol) {
        return "champions/" + symbol;
    }
}
