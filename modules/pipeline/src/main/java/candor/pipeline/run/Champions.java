package candor.pipeline.run;

import candor.forecasting.market.Symbol;
import candor.pipeline.checkpoint.CheckpointRef;
import candor.pipeline.failure.CorruptCheckpoint;
import candor.pipeline.json.Json;
import candor.pipeline.port.ObjectStore;
import candor.pipeline.report.PromotionDocument.HorizonVerdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * champions/{symbol}: who is in service since when. A history, so that work done again for an earlier day sees the
 * champion of that day and not a later one.
 */
public final class Champions {

    static final String SCHEMA = "candor/champions/1";

    private final ObjectStore store;

    public Champions(ObjectStore store) {
        this.store = store;
    }

    /** champions/{symbol} as stored; terms by asOf, ascending. */
    public record History(String schema, Symbol symbol, List<Term> terms) {}

    /** The verdict of one day. */
    public record Term(LocalDate asOf, CheckpointRef promotion, List<HorizonVerdict> horizons) {}

    /** The champions that were in service before a day. */
    public Optional<Term> findBefore(Symbol symbol, LocalDate asOf) {
        return read(symbol).terms().stream()
                .filter(term -> term.asOf().isBefore(asOf))
                .reduce((earlier, later) -> later);
    }

    /** Notes the verdict of a day, in place of an earlier one of the same day. */
    public void appoint(Symbol symbol, Term term) {
        Documents.update(store, keyOf(symbol), present -> {
            List<Term> terms = new ArrayList<>(
                    present.map(bytes -> parse(symbol, bytes).terms()).orElse(List.of()));
            terms.removeIf(other -> other.asOf().equals(term.asOf()));
            terms.add(term);
            terms.sort(Comparator.comparing(Term::asOf));
            return Json.write(new History(SCHEMA, symbol, terms));
        });
    }

    private History read(Symbol symbol) {
        return store.find(keyOf(symbol))
                .map(object -> parse(symbol, object.bytes()))
                .orElseGet(() -> new History(SCHEMA, symbol, List.of()));
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
