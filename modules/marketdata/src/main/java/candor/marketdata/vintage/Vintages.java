package candor.marketdata.vintage;

import candor.forecasting.market.Symbol;
import candor.marketdata.vintage.Vintage.Scope;
import candor.store.checkpoint.Digest;
import candor.store.failure.StoreUnavailable;
import candor.store.port.ObjectStore;
import candor.store.port.PutOutcome;
import candor.store.port.StoredObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * The vintages in an object store: {@code vintages/{symbol}/{provider}/{number}/}. The rows are written first and
 * vintage.json last, each only if absent: a retrieval that is cut off leaves a number without document, which nobody
 * reads, and nothing is ever overwritten.
 */
public final class Vintages {

    private static final String DOCUMENT = "vintage.json";
    private static final int ATTEMPTS = 50;

    private final ObjectStore store;
    private final Consumer<String> notices;

    /** @param notices told, in one line, of every vintage that was there and could not be read */
    public Vintages(ObjectStore store, Consumer<String> notices) {
        this.store = store;
        this.notices = notices;
    }

    /** A vintage with its rows. */
    record Filled(Vintage vintage, List<HeldBar> rows) {}

    /** The providers that have ever answered for the symbol, by name. */
    public List<String> providers(Symbol symbol) {
        String prefix = "vintages/" + symbol + "/";
        return store.list(prefix).stream()
                .map(key -> key.substring(prefix.length()))
                .filter(rest -> rest.indexOf('/') > 0)
                .map(rest -> rest.substring(0, rest.indexOf('/')))
                .distinct()
                .toList();
    }

    /** The documents of all vintages that can be read, oldest first. */
    public List<Vintage> all(Symbol symbol, String provider) {
        return scopes(symbol, provider).entrySet().stream()
                .flatMap(entry -> document(symbol, provider, entry.getKey()).stream())
                .toList();
    }

    /** What is held of the symbol from the provider. */
    HeldBars held(Symbol symbol, String provider) {
        List<Map.Entry<Integer, Scope>> newestFirst = scopes(symbol, provider).entrySet().stream()
                .sorted(Map.Entry.<Integer, Scope>comparingByKey(Comparator.reverseOrder()))
                .toList();
        List<Filled> windows = new ArrayList<>();
        boolean damaged = false;
        for (Map.Entry<Integer, Scope> entry : newestFirst) {
            Optional<Filled> found = filled(symbol, provider, entry.getKey(), entry.getValue());
            damaged = damaged || found.isEmpty();
            if (found.isPresent() && found.get().vintage().isWhole()) {
                return folded(found.get(), windows.reversed(), damaged);
            }
            found.ifPresent(windows::add);
        }
        return damaged ? HeldBars.NONE.asDamaged() : HeldBars.NONE;
    }

    private static HeldBars folded(Filled whole, List<Filled> windows, boolean damaged) {
        HeldBars held = HeldBars.ofWhole(whole);
        for (Filled window : windows) {
            held = held.withWindow(window.rows());
        }
        return damaged ? held.asDamaged() : held;
    }

    /**
     * Writes a vintage under the next free number.
     *
     * @param draft document for a number; its digest is filled in here
     * @param rows for a number
     */
    Filled append(
            Symbol symbol,
            String provider,
            Scope scope,
            IntFunction<Vintage> draft,
            IntFunction<Collection<HeldBar>> rows) {
        int first = lastNumber(symbol, provider) + 1;
        for (int number = first; number < first + ATTEMPTS; number++) {
            Collection<HeldBar> numbered = rows.apply(number);
            byte[] table = VintageTable.write(numbered);
            String key = folder(symbol, provider, number) + fileName(scope);
            if (store.putIfAbsent(key, table, "text/csv") instanceof PutOutcome.Stored) {
                Vintage vintage = draft.apply(number).withDigest(Digest.of(table));
                commit(folder(symbol, provider, number) + DOCUMENT, VintageForm.write(vintage));
                return new Filled(vintage, List.copyOf(numbered));
            }
        }
        throw new StoreUnavailable("vintages/" + symbol + "/" + provider + " kept growing through " + ATTEMPTS
                + " attempts to add to it; try again");
    }

    /** A write whose answer was lost is found done. */
    private void commit(String key, byte[] document) {
        boolean written = store.putIfAbsent(key, document, "application/json") instanceof PutOutcome.Stored
                || store.find(key)
                        .filter(found -> Arrays.equals(found.bytes(), document))
                        .isPresent();
        if (!written) {
            throw new StoreUnavailable(key + " was written by somebody else at the same moment; try again");
        }
    }

    /** By number, those that have a document. */
    private Map<Integer, Scope> scopes(Symbol symbol, String provider) {
        Set<String> keys = new LinkedHashSet<>(store.list(folder(symbol, provider)));
        Map<Integer, Scope> scopes = new TreeMap<>();
        for (String key : keys) {
            Stream.of(Scope.values())
                    .filter(scope -> key.endsWith("/" + fileName(scope)))
                    .filter(_ -> keys.contains(key.substring(0, key.lastIndexOf('/') + 1) + DOCUMENT))
                    .forEach(scope -> scopes.put(numberOf(key), scope));
        }
        return scopes;
    }

    /** The highest number that was taken; 0 for none. */
    int lastNumber(Symbol symbol, String provider) {
        return store.list(folder(symbol, provider)).stream()
                .mapToInt(Vintages::numberOf)
                .max()
                .orElse(0);
    }

    private Optional<Filled> filled(Symbol symbol, String provider, int number, Scope scope) {
        return document(symbol, provider, number).flatMap(vintage -> {
            String key = folder(symbol, provider, number) + fileName(scope);
            Optional<byte[]> table = store.find(key)
                    .map(StoredObject::bytes)
                    .filter(bytes -> Digest.of(bytes).equals(vintage.rowsSha256()));
            if (table.isEmpty()) {
                notices.accept(key + " is missing or damaged; everything is retrieved again");
            }
            return table.map(bytes -> new Filled(vintage, VintageTable.read(bytes)));
        });
    }

    private Optional<Vintage> document(Symbol symbol, String provider, int number) {
        String key = folder(symbol, provider, number) + DOCUMENT;
        return store.find(key).flatMap(object -> {
            try {
                return Optional.of(VintageForm.read(object.bytes()))
                        .filter(vintage -> isOf(vintage, symbol, provider, number, key));
            } catch (IllegalArgumentException e) {
                notices.accept(key + " cannot be read (" + e.getMessage() + "); everything is retrieved again");
                return Optional.empty();
            }
        });
    }

    private boolean isOf(Vintage vintage, Symbol symbol, String provider, int number, String key) {
        boolean own = vintage.schema().equals(Vintage.SCHEMA)
                && vintage.symbol().equals(symbol)
                && vintage.provider().equals(provider)
                && vintage.number() == number;
        if (!own) {
            notices.accept(key + " is " + vintage.schema() + " number " + vintage.number() + " of " + vintage.symbol()
                    + ", not what belongs there; everything is retrieved again");
        }
        return own;
    }

    private static String folder(Symbol symbol, String provider) {
        return "vintages/" + symbol + "/" + provider + "/";
    }

    private static String folder(Symbol symbol, String provider, int number) {
        return folder(symbol, provider) + String.format(Locale.ROOT, "%06d", number) + "/";
    }

    private static String fileName(Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT) + ".csv";
    }

    /** 0 where the key is none of ours. */
    private static int numberOf(String key) {
        String[] segments = key.split("/", -1);
        String number = segments.length == 5 ? segments[3] : "";
        return number.matches("[0-9]{6}") ? Integer.parseInt(number) : 0;
    }
}
