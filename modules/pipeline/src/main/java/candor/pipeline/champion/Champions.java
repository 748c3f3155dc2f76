package candor.pipeline.champion;

import candor.forecasting.market.Symbol;
import candor.forecasting.walkforward.Champion;
import candor.store.checkpoint.CheckpointRef;
import candor.store.failure.CorruptCheckpoint;
import candor.store.failure.StoreUnavailable;
import candor.store.port.ObjectStore;
import candor.store.port.StoredObject;
import candor.store.run.Documents;
import candor.store.run.RunRecords;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * champions/{symbol}: who is in service since when, by whose decision. A history, so that work done again for an earlier
 * day sees the champion of that day and not a later one.
 *
 * <p>Terms are ordered by asOf; of one day the gate's verdict comes first, then what persons decided once that day was
 * done, as they decided it. The last term is in force.
 */
public final class Champions {

    static final String SCHEMA = "candor/champions/2";

    private static final int ATTEMPTS = 50;

    private static final Comparator<Term> IN_ORDER =
            Comparator.comparing(Term::asOf).thenComparing(Term::by);

    /** The stage whose verdicts are the gate's decisions. */
    private static final String PROMOTE = "promote";

    private final ObjectStore store;
    private final DecisionLog log;

    public Champions(ObjectStore store) {
        this.store = store;
        this.log = new DecisionLog(store);
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

    /**
     * champions/{symbol} as stored.
     *
     * @param decisions how many of {@link DecisionLog} the terms come from
     * @param head SHA-256 of the last of them as stored; null where there is none
     * @param terms in their order
     */
    public record History(
            String schema,
            Symbol symbol,
            int decisions,
            @Nullable String head,
            List<Term> terms) {

        static History none(Symbol symbol) {
            return new History(SCHEMA, symbol, 0, null, List.of());
        }

        /** With one more decision, which is the next of the log. */
        History with(RecordedDecision decision, String digest) {
            List<Term> all = new ArrayList<>(terms);
            Term term = decision.term();
            if (all.stream().noneMatch(other -> isSameVerdict(other, term))) {
                all.removeIf(other -> term.by() == Decider.GATE
                        && other.by() == Decider.GATE
                        && other.asOf().equals(term.asOf()));
                all.add(term);
            }
            all.sort(IN_ORDER);
            return new History(SCHEMA, symbol, decision.number(), digest, all);
        }
    }

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

    /**
     * All terms, in their order.
     *
     * @throws CorruptCheckpoint where they are damaged, or missing although a run has reached a verdict
     */
    public List<Term> terms(Symbol symbol) {
        return history(symbol).terms();
    }

    /** The document; the one without terms where nothing was decided yet. */
    private History history(Symbol symbol) {
        Optional<StoredObject> object = store.find(keyOf(symbol));
        if (object.isPresent()) {
            return ChampionsForm.parse(symbol, object.get().bytes());
        }
        boolean decided = new RunRecords(store)
                .readable(symbol).stream()
                        .anyMatch(run -> run.findCheckpoint(PROMOTE).isPresent());
        if (decided) {
            throw new CorruptCheckpoint(keyOf(symbol) + " is missing, although runs of " + symbol
                    + " have decided who serves; ./candor verify --repair writes it again");
        }
        return History.none(symbol);
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

    /**
     * Notes a decision: the gate's in place of its earlier one of the same day, a person's besides all others. It is
     * recorded in the {@link DecisionLog} first.
     */
    public void appoint(Symbol symbol, Term term) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            History noted = recorded(history(symbol));
            History known = log.follow(noted);
            boolean there = known.terms().stream()
                    .anyMatch(other -> other.equals(term)
                            || isSameVerdict(other, term)
                            || (!noted.terms().contains(other) && isSameDecision(other, term)));
            Optional<History> next = there ? Optional.of(known) : log.append(known, term);
            if (next.isPresent()) {
                put(next.get());
                return;
            }
        }
        throw new StoreUnavailable(
                "the decisions of " + symbol + " kept changing through " + ATTEMPTS + " attempts; try again");
    }

    /**
     * What is wrong with the document beside the decisions that are recorded; empty where they agree.
     *
     * @throws CorruptCheckpoint where the document, or a decision, is damaged or missing
     */
    public Optional<String> fault(Symbol symbol) {
        History present = history(symbol);
        History recorded = log.follow(History.none(symbol));
        if (present.decisions() == 0 && !present.terms().isEmpty()) {
            return Optional.empty(); // of the first release; the next decision raises it
        }
        return present.equals(recorded)
                ? Optional.empty()
                : Optional.of("it holds " + present.decisions() + " decisions, and " + recorded.decisions()
                        + " are recorded in decisions/" + symbol + "/");
    }

    /** Records again what is damaged or missing of the decisions, where the document is sound and they are in it. */
    public void repairLog(Symbol symbol) {
        log.repair(history(symbol));
    }

    /**
     * Writes the document again from the decisions that are recorded.
     *
     * @return empty where none is recorded, and nothing was written
     * @throws CorruptCheckpoint where a decision is damaged
     */
    public Optional<History> rebuild(Symbol symbol) {
        History all = log.follow(History.none(symbol));
        if (all.decisions() == 0) {
            return Optional.empty();
        }
        Documents.update(store, keyOf(symbol), present -> ChampionsForm.write(all));
        return Optional.of(all);
    }

    /**
     * Writes the document from verdicts that were found elsewhere, each recorded as a decision.
     *
     * @param terms in the order in which they were made
     */
    public void rebuildFrom(Symbol symbol, List<Term> terms) {
        History all = History.none(symbol);
        for (Term term : terms) {
            all = log.append(all, term)
                    .orElseThrow(() -> new StoreUnavailable("another process records decisions of " + symbol
                            + "; wait until it has ended, and try again"));
        }
        History made = all;
        Documents.update(store, keyOf(symbol), present -> ChampionsForm.write(made));
    }

    /** What an earlier version decided has no records yet: they are made, in the order of the terms. */
    private History recorded(History history) {
        if (history.decisions() > 0 || history.terms().isEmpty()) {
            return history;
        }
        return log.importing(history);
    }

    /** A document that others have taken further stays. */
    private void put(History next) {
        Documents.update(
                store,
                keyOf(next.symbol()),
                present -> present.filter(bytes ->
                                ChampionsForm.parse(next.symbol(), bytes).decisions() > next.decisions())
                        .orElseGet(() -> ChampionsForm.write(next)));
    }

    /** A verdict that another run of the same day reuses is that of the run that reached it. */
    private static boolean isSameVerdict(Term one, Term other) {
        return one.by() == Decider.GATE
                && other.by() == Decider.GATE
                && one.asOf().equals(other.asOf())
                && one.promotion().equals(other.promotion());
    }

    /** A person's decision that was recorded, cut off before it was noted, and made again: only its time is another. */
    private static boolean isSameDecision(Term one, Term other) {
        return one.by() == Decider.PERSON
                && other.by() == Decider.PERSON
                && one.asOf().equals(other.asOf())
                && one.promotion().equals(other.promotion())
                && one.run().equals(other.run())
                && one.horizons().equals(other.horizons());
    }

    static String keyOf(Symbol symbol) {
        return "champions/" + symbol;
    }
}
