// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.verification;

import candor.forecasting.market.Symbol;
import candor.pipeline.report.Preface;
import candor.pipeline.settings.DataRulings;
import candor.pipeline.settings.SettingsInForce;
import candor.pipeline.universe.UniverseResults;
import candor.store.checkpoint.Digest;
import candor.store.failure.InputRefused;
import candor.store.json.Json;
import candor.store.port.ObjectStore;
import candor.store.port.StoredObject;
import candor.store.run.Seal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What came from outside and cannot be made again: persons' settings and rulings, providers' answers, given files. */
final class GivenCheck {

    private static final int SHORT_DIGEST = 16;

    /** The first form of vintage.json, which had no digest of itself. */
    private static final String FIRST_VINTAGE = "candor/vintage/1";

    private final ObjectStore store;

    GivenCheck(ObjectStore store) {
        this.store = store;
    }

    List<Damage> run() {
        List<Damage> damages = new ArrayList<>();
        store.list("settings/").forEach(key -> settings(key).ifPresent(damages::add));
        store.list("narratives/").forEach(key -> narrative(key).ifPresent(damages::add));
        store.list("vintages/").stream()
                .filter(key -> key.endsWith("/vintage.json"))
                .forEach(key -> vintage(key).ifPresent(damages::add));
        store.list("inbox/").forEach(key -> inbox(key).ifPresent(damages::add));
        store.list(UniverseResults.PREFIX).forEach(key -> universe(key).ifPresent(damages::add));
        return damages;
    }

    private Optional<Damage> settings(String key) {
        String name = key.substring(key.lastIndexOf('/') + 1).replaceFirst("\\.json$", "");
        try {
            if (key.startsWith("settings/data/")) {
                DataRulings.find(store, Symbol.of(name));
            } else {
                SettingsInForce.find(store, name.equals("default") ? null : Symbol.of(name));
            }
            return Optional.empty();
        } catch (InputRefused e) {
            return Optional.of(Damage.of(
                    key,
                    String.valueOf(e.getMessage()),
                    "give it again: only the person who set it knows what it said"));
        }
    }

    private Optional<Damage> narrative(String key) {
        try {
            if (key.equals(Preface.IMPRINT)) {
                Preface.imprint(store);
            } else {
                Preface.requireNarrative(key, bytes(key));
            }
            return Optional.empty();
        } catch (InputRefused e) {
            return Optional.of(Damage.of(
                    key, String.valueOf(e.getMessage()), "give it again with ./candor report RUN --narrative FILE"));
        }
    }

    private Optional<Damage> vintage(String key) {
        String remedy = "nothing: the next run retrieves everything again";
        try {
            byte[] stored = bytes(key);
            JsonNode document = Json.readTree(stored);
            boolean first = document.path("schema").stringValue("").equals(FIRST_VINTAGE);
            if (!first && Seal.off(stored).isEmpty()) {
                return Optional.of(Damage.of(key, "it has no digest", remedy));
            }
            String scope = document.path("scope").stringValue("").toLowerCase(Locale.ROOT);
            String rows = WorkCheck.folder(key) + scope + ".csv";
            String stated = document.path(first ? "sha256" : "rowsSha256").stringValue("");
            if (store.find(rows)
                    .filter(object -> Digest.of(object.bytes()).equals(stated))
                    .isPresent()) {
                return Optional.empty();
            }
            return Optional.of(Damage.of(rows, "its digest is not that of vintage.json beside it", remedy));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.of(Damage.of(key, "it cannot be read", remedy));
        }
    }

    /** A file that a person gave to a run lies in a folder that is named by its digest. */
    private Optional<Damage> inbox(String key) {
        String[] path = key.split("/", -1);
        boolean named =
                path.length == 4 && path[2].matches("[0-9a-f]{16}(-[0-9a-f]{16})?") && !key.endsWith(".columns");
        if (!named || Digest.of(bytes(key)).startsWith(path[2].substring(0, SHORT_DIGEST))) {
            return Optional.empty();
        }
        return Optional.of(Damage.of(
                key, "its digest is not that of the folder's name", "give the file again with ./candor run --csv"));
    }

    private Optional<Damage> universe(String key) {
        return new UniverseResults(store)
                .fault(key)
                .map(fault -> Damage.of(key, fault, "run the list again with ./candor run: what is done is reused"));
    }

    private byte[] bytes(String key) {
        return store.find(key).map(StoredObject::bytes).orElse(new byte[0]);
    }
}
