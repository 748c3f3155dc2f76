// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.wiring;

import candor.forecasting.market.Symbol;
import candor.marketdata.InboxBars;
import candor.store.checkpoint.Digest;
import candor.store.port.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where a person's file of bars goes before a run reads it: into the inbox, in a folder named after its digest. */
public final class BarInbox {

    private static final int DIGITS = 16;

    private BarInbox() {}

    /**
     * Puts the file there, with what was said about its columns, where Ingest finds both: now, and when the run is redriven.
     *
     * @param columns as {@link candor.marketdata.csv.CsvChoices#columns} has them; empty where nothing was said
     * @return the key, which is the source of the run
     */
    public static String put(ObjectStore store, Symbol symbol, Path file, byte[] bars, String columns) {
        byte[] said = columns.getBytes(StandardCharsets.UTF_8);
        String folder = digest(bars) + (columns.isEmpty() ? "" : "-" + digest(said));
        String key = "inbox/" + symbol + "/" + folder + "/" + nameOf(file);
        if (!columns.isEmpty()) {
            store.putIfAbsent(InboxBars.columnsOf(key), said, "text/plain");
        }
        store.putIfAbsent(key, bars, "text/csv");
        return key;
    }

    private static String digest(byte[] bytes) {
        return Digest.of(bytes).substring(0, DIGITS);
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
