// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import candor.forecasting.market.Symbol;
import candor.local.wiring.CommandRejected;
import candor.local.wiring.NamedFile;
import candor.local.wiring.Surroundings;
import candor.pipeline.report.Preface;
import candor.store.failure.InputRefused;
import candor.store.port.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** An analyst's words for the report. */
final class NarrativeOption {

    private static final int MOST_BYTES = 4 * Preface.LONGEST;

    @Option(
            names = "--narrative",
            paramLabel = "FILE",
            description = "an analyst's words for this and later reports of the symbol: plain text in UTF-8, at most "
                    + Preface.LONGEST + " characters; an empty file takes them out")
    private @Nullable Path file;

    /** The file; null where none was given. */
    @Nullable
    Path given() {
        return file;
    }

    /** The words as they were given; null where none were. A file that cannot be used is a {@link CommandRejected}. */
    byte @Nullable [] read(Surroundings surroundings) {
        if (file == null) {
            return null;
        }
        try {
            byte[] words = NamedFile.read(surroundings, file, MOST_BYTES);
            Preface.requireNarrative(file.toString(), words);
            return words;
        } catch (IOException e) {
            throw new CommandRejected(
                    "cannot read the file " + file + " (" + e.getClass().getSimpleName()
                            + "); give --narrative a text file",
                    e);
        } catch (InputRefused e) {
            throw new CommandRejected(String.valueOf(e.getMessage()), e);
        }
    }

    /** Keeps words that were read. */
    void keep(ObjectStore store, Symbol symbol, byte @Nullable [] words) {
        if (file != null && words != null) {
            Preface.setNarrative(store, symbol, file.toString(), words);
        }
    }
}
