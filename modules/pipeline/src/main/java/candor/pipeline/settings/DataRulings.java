// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.settings;

import candor.cleaning.Ratio;
import candor.cleaning.Ruling;
import candor.cleaning.Rulings;
import candor.forecasting.market.Symbol;
import candor.store.failure.CorruptCheckpoint;
import candor.store.failure.InputRefused;
import candor.store.port.ObjectStore;
import candor.store.run.Documents;
import candor.store.run.SealedForm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What persons have said about a symbol's prices, in {@code settings/data/{SYMBOL}.json}. */
public final class DataRulings {

    private static final String SCHEMA = "candor/rulings/2";

    private static final SealedForm<RulingsDocument> FORM =
            new SealedForm<>(RulingsDocument.class, RulingsDocument::schema, SCHEMA, "candor/rulings/1");

    private DataRulings() {}

    /**
     * The stored document.
     *
     * @param rulings ascending by session, then kind
     */
    public record RulingsDocument(String schema, List<Entry> rulings) {

        /** In stored form. */
        static RulingsDocument of(Rulings rulings) {
            return new RulingsDocument(
                    SCHEMA, rulings.all().stream().map(Entry::of).toList());
        }

        Rulings toRulings() {
            return new Rulings(rulings.stream().map(Entry::toRuling).toList());
        }
    }

    /**
     * One ruling.
     *
     * @param kind {@code split}, {@code real} or {@code begin}
     * @param ratio of a split, as in {@code 4:1}; else absent
     * @param by who said so
     */
    public record Entry(
            String kind, LocalDate session, @Nullable String ratio, String by, Instant at) {

        static Entry of(Ruling ruling) {
            return new Entry(
                    ruling.kind().name().toLowerCase(Locale.ROOT),
                    ruling.session(),
                    ruling.kind() == Ruling.Kind.SPLIT ? Ratio.text(ruling.ratio()) : null,
                    ruling.by(),
                    ruling.at());
        }

        Ruling toRuling() {
            Ruling.Kind known = Ruling.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
            return new Ruling(known, session, ratio == null ? 1 : Ratio.of(ratio), by, at);
        }
    }

    /** The key that a symbol's rulings are stored under. */
    public static String keyOf(Symbol symbol) {
        return "settings/data/" + symbol + ".json";
    }

    /**
     * All that count for a symbol.
     *
     * @throws InputRefused where the file cannot be used
     */
    public static Rulings find(ObjectStore store, Symbol symbol) {
        return read(keyOf(symbol), store.find(keyOf(symbol)).map(object -> object.bytes()));
    }

    /** Adds rulings, in place of earlier ones of the same kind and session. */
    public static Rulings add(ObjectStore store, Symbol symbol, List<Ruling> more) {
        return change(store, symbol, present -> {
            Rulings all = present;
            for (Ruling ruling : more) {
                all = all.with(ruling);
            }
            return all;
        });
    }

    /** Takes back all that was said about a session. */
    public static Rulings takeBack(ObjectStore store, Symbol symbol, LocalDate session) {
        return change(store, symbol, present -> present.without(session));
    }

    private static Rulings change(ObjectStore store, Symbol symbol, UnaryOperator<Rulings> change) {
        String key = keyOf(symbol);
        Documents.update(store, key, present -> FORM.write(RulingsDocument.of(change.apply(read(key, present)))));
        return find(store, symbol);
    }

    private static Rulings read(String key, Optional<byte[]> file) {
        if (file.isEmpty()) {
            return Rulings.NONE;
        }
        try {
            return FORM.read(key, file.get()).toRulings();
        } catch (CorruptCheckpoint e) {
            String why = e.getCause() == null ? "" : String.valueOf(e.getCause().getMessage());
            throw new InputRefused(
                    key + ": " + why.lines().findFirst().orElse("") + "; remove the file, and rule anew", e);
        } catch (IllegalArgumentException e) {
            throw new InputRefused(key + ": " + e.getMessage() + "; remove the file, and rule anew", e);
        }
    }
}
