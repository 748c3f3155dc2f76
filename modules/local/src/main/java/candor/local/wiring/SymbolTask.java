// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.wiring;

import candor.forecasting.market.Symbol;
import candor.pipeline.universe.SymbolList;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One symbol of a list that is to be run here.
 *
 * @param file a CSV file with its bars, as a person wrote its path; null where they come from a source
 */
public record SymbolTask(SymbolList.Entry entry, @Nullable Path file) {

    public Symbol symbol() {
        return entry.symbol();
    }

    /** The file's path from the root, by which it is found from any working folder; null where there is none. */
    @Nullable
    String place(Surroundings surroundings) {
        return file == null
                ? null
                : surroundings.workingDirectory().resolve(file).normalize().toString();
    }
}
