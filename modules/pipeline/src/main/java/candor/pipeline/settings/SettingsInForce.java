package candor.pipeline.settings;

import candor.forecasting.feature.FeatureTable;
import candor.forecasting.market.Symbol;
import candor.forecasting.walkforward.ForecastSettings;
import candor.store.checkpoint.Digest;
import candor.store.failure.InputRefused;
import candor.store.port.ObjectStore;
import candor.store.run.Documents;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hyper-parameters that count for a symbol: those of {@code settings/{SYMBOL}.json}, else of
 * {@code settings/default.json}, else the built-in ones. A file that says nothing, <code>{}</code>, is as good as none.
 *
 * @param from key of the file, or {@value #BUILT_IN}
 * @param sha256 of {@code values} as JSON in stored form, whichever file they come from
 * @param values complete
 */
public record SettingsInForce(String from, String sha256, ForecastSettings values) {

    public static final String BUILT_IN = "built-in";

    /** Bytes of the longest file that is read: a complete one has some 3,000. */
    public static final int LONGEST_FILE = 1_000_000;

    private static final byte[] NOTHING = "{}\n".getBytes(StandardCharsets.UTF_8);

    public static SettingsInForce builtIn() {
        return of(BUILT_IN, ForecastSettings.standard());
    }

    private static SettingsInForce of(String from, ForecastSettings values) {
        return new SettingsInForce(from, Digest.of(SettingsJson.FORM.write(values)), values);
    }

    /**
     * The same with those of the features that a table has; a file that wants others only is {@link InputRefused}.
     *
     * @param table of bars without volumes, or whole
     */
    public SettingsInForce withFeaturesOf(FeatureTable table) {
        if (table.names().containsAll(values.features())) {
            return this;
        }
        if (Collections.disjoint(table.names(), values.features())) {
            throw new InputRefused(from + ": features holds " + String.join(", ", values.features())
                    + ", which are made of volumes, and no bar has a volume; add one that is made of prices, such as"
                    + " logret");
        }
        return of(from, values.withFeaturesOf(table));
    }

    /** The settings as JSON in stored form. */
    public byte[] toJson() {
        return SettingsJson.FORM.write(values);
    }

    public boolean isBuiltIn() {
        return from.equals(BUILT_IN);
    }

    /**
     * Finds what counts.
     *
     * @param symbol null for all symbols that have no file of their own
     * @throws candor.store.failure.InputRefused where a file cannot be used
     */
    public static SettingsInForce find(ObjectStore store, @Nullable Symbol symbol) {
        for (String key : symbol == null ? List.of(keyOf(null)) : List.of(keyOf(symbol), keyOf(null))) {
            byte[] file = store.find(key).map(object -> object.bytes()).orElse(NOTHING);
            SettingsFile read = SettingsFile.read(key, file);
            if (!read.saysNothing()) {
                return of(key, read.settings());
            }
        }
        return builtIn();
    }

    /** Puts a file in force from the next run on; it is checked first. */
    public static SettingsInForce set(ObjectStore store, @Nullable Symbol symbol, String name, byte[] file) {
        SettingsFile.read(name, file);
        byte[] stored = SettingsFile.stored(name, file);
        Documents.update(store, keyOf(symbol), present -> stored);
        return find(store, symbol);
    }

    /** Takes a file out of force. */
    public static SettingsInForce reset(ObjectStore store, @Nullable Symbol symbol) {
        if (store.find(keyOf(symbol)).isPresent()) {
            Documents.update(store, keyOf(symbol), present -> NOTHING);
        }
        return find(store, symbol);
    }

    private static String keyOf(@Nullable Symbol symbol) {
        return "settings/" + (symbol == null ? "default" : symbol) + ".json";
    }
}
