// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.stage;

import candor.store.checkpoint.ArtefactKey;
import java.time.LocalDate;
import java.util.SortedMap;

/**
 * retrieval.json: what identifies a retrieval.
 *
 * @param synthetic whether the stock is the built-in synthetic one
 * @param provenance as the source tells it
 */
public record RetrievalDocument(
        String schema,
        String source,
        boolean synthetic,
        boolean hasAdjustedClose,
        LocalDate asOf,
        int rows,
        SortedMap<String, String> provenance) {

    public static final ArtefactKey<RetrievalDocument> KEY =
            ArtefactKey.json("retrieval.json", RetrievalDocument.class);
}
