package candor.marketdata;

import candor.forecasting.market.Symbol;
import candor.marketdata.csv.CsvBars;
import candor.marketdata.csv.CsvChoices;
import candor.marketdata.text.Quoted;
import candor.store.failure.InputRefused;
import candor.store.failure.RequestRefused;
import candor.store.failure.SourceMissing;
import candor.store.port.BarReference;
import candor.store.port.BarRequest;
import candor.store.port.BarSource;
import candor.store.port.ObjectStore;
import candor.store.port.Provenance;
import candor.store.port.Retrieval;
import candor.store.port.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Bars from a CSV file that a user put into the object store; the reference is its key, {@code inbox/...}. */
public final class InboxBars implements BarSource {

    /** What every reference to this source begins with. */
    public static final String PREFIX = BarReference.InboxFile.PREFIX;

    private static final Pattern KEY = Pattern.compile("inbox(/(?!\\.\\.?(/|$))[A-Za-z0-9._^=-]+)+");

    private final ObjectStore store;

    public InboxBars(ObjectStore store) {
        this.store = store;
    }

    /** Where a symbol's own file lies. */
    static String keyOf(Symbol symbol) {
        return PREFIX + symbol + ".csv";
    }

    /**
     * Where it is said which column of the file with that key is which, as in {@code date=Datum,close=Kurs}, where its
     * names are not known.
     */
    public static String columnsOf(String key) {
        return key + ".columns";
    }

    /** Whether the symbol has a file of its own. */
    boolean holds(Symbol symbol) {
        return store.find(keyOf(symbol)).isPresent();
    }

    @Override
    public Retrieval retrieve(BarRequest request) {
        Symbol symbol = request.symbol();
        String reference = request.reference() == BarReference.Fixed.INBOX
                ? keyOf(symbol)
                : request.reference().text();
        if (!KEY.matcher(reference).matches()) {
            throw new RequestRefused("source: " + Quoted.of(reference)
                    + " is not a key below inbox/ (write inbox/NAME.csv with letters, digits and . _ ^ = -)");
        }
        StoredObject file = store.find(reference)
                .orElseThrow(() -> new SourceMissing("no bars for " + symbol + ": there is nothing at " + reference
                        + " in the store (run ./candor run " + symbol + " --csv FILE, or put the file to that key)"));
        Retrieval retrieval = CsvBars.parse(reference, file.bytes(), choices(reference, symbol));
        requireSame(symbol, retrieval);
        return retrieval;
    }

    /** What was said about the file, in an object of its own beside it. */
    private CsvChoices choices(String reference, Symbol symbol) {
        return store.find(columnsOf(reference))
                .map(said -> new String(said.bytes(), StandardCharsets.UTF_8).strip())
                .map(CsvChoices::parse)
                .orElse(CsvChoices.NONE)
                .withSymbol(symbol.value());
    }

    /** A file that says whose bars it holds must hold those that are asked for. */
    private static void requireSame(Symbol symbol, Retrieval retrieval) {
        String stated = Provenance.SYMBOL.in(retrieval.provenance()).orElse(symbol.value());
        if (!stated.equalsIgnoreCase(symbol.value())) {
            throw new InputRefused(
                    Provenance.FILE.in(retrieval.provenance()).orElse("the file") + " holds the bars of " + stated
                            + ", not of " + symbol + " (run ./candor run " + stated
                            + " --csv FILE, or give the file of " + symbol
                            + ")");
        }
    }
}
