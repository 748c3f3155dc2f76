// SPDX-License-Identifier: GPL-3.0-or-later
package candor.store.run;

import candor.forecasting.market.Symbol;
import candor.store.checkpoint.CheckpointRef;
import candor.store.failure.CorruptCheckpoint;
import candor.store.port.ObjectStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * latest/{symbol}: which forecast is served. Never moves backwards in time. One that is damaged or missing is made again
 * from the records of runs, by the next run or by a repair.
 */
public final class Latest {

    static final String SCHEMA = "candor/latest/2";

    private static final String STAGE = "forecast";
    private static final SealedForm<Pointer> FORM =
            new SealedForm<>(Pointer.class, Pointer::schema, SCHEMA, "candor/latest/1");

    private final ObjectStore store;
    private final Consumer<String> notices;

    public Latest(ObjectStore store) {
        this(store, notice -> {});
    }

    /** @param notices told, in one line, where a damaged pointer was made again */
    public Latest(ObjectStore store, Consumer<String> notices) {
        this.store = store;
        this.notices = notices;
    }

    /** latest/{symbol} as stored. */
    public record Pointer(String schema, Symbol symbol, LocalDate asOf, CheckpointRef forecast) {}

    /** @throws CorruptCheckpoint where it is damaged, or another symbol's */
    public Optional<Pointer> find(Symbol symbol) {
        return store.find(keyOf(symbol)).map(object -> parse(symbol, object.bytes()));
    }

    /** Points to the forecast, unless the one that is served, or has to be, is of a later day. */
    public void advance(Symbol symbol, LocalDate asOf, CheckpointRef forecast) {
        Pointer wanted = new Pointer(SCHEMA, symbol, asOf, forecast);
        Documents.update(store, keyOf(symbol), present -> {
            Optional<Pointer> read = present.flatMap(bytes -> readable(symbol, bytes));
            Pointer next = read.or(() -> ofRuns(symbol))
                    .filter(pointer -> pointer.asOf().isAfter(asOf))
                    .orElse(wanted);
            boolean unchanged = read.filter(next::equals).isPresent();
            return unchanged ? present.orElseThrow() : FORM.write(next);
        });
    }

    /**
     * Writes it again from the records of runs, whatever is there.
     *
     * @return empty where no run has a forecast, and nothing was written
     */
    public Optional<Pointer> rebuild(Symbol symbol) {
        Optional<Pointer> pointer = ofRuns(symbol);
        pointer.ifPresent(made -> Documents.update(store, keyOf(symbol), present -> FORM.write(made)));
        return pointer;
    }

    /** The forecast of the latest day that a readable record names; of several of one day that which was done last. */
    public Optional<Pointer> ofRuns(Symbol symbol) {
        RunRecords runs = new RunRecords(store);
        return runs.readable(symbol).stream()
                .flatMap(run -> run.stages().stream()
                        .filter(done -> done.stage().equals(STAGE))
                        .map(done ->
                                new Dated(new Pointer(SCHEMA, symbol, run.asOf(), done.checkpoint()), done.ended())))
                .max(Comparator.comparing((Dated dated) -> dated.pointer().asOf())
                        .thenComparing(Dated::ended))
                .map(Dated::pointer);
    }

    private record Dated(Pointer pointer, Instant ended) {}

    private Optional<Pointer> readable(Symbol symbol, byte[] bytes) {
        try {
            return Optional.of(parse(symbol, bytes));
        } catch (CorruptCheckpoint e) {
            notices.accept("written again: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Pointer parse(Symbol symbol, byte[] bytes) {
        Pointer pointer = FORM.read(keyOf(symbol), bytes);
        if (!pointer.symbol().equals(symbol)) {
            throw SealedForm.damaged(keyOf(symbol), new IllegalArgumentException("it is that of " + pointer.symbol()));
        }
        // What an earlier version wrote counts as what this one would write.
        return new Pointer(SCHEMA, symbol, pointer.asOf(), pointer.forecast());
    }

    private static String keyOf(Symbol symbol) {
        return "latest/" + symbol;
    }
}
