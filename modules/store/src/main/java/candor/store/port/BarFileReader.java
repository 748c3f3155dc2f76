// SPDX-License-Identifier: GPL-3.0-or-later
package candor.store.port;

import java.util.List;
import java.util.Optional;

/** Reads files of bars as people have them: the one reader of files for a run, for predictions and for batches. */
public interface BarFileReader {

    /**
     * The file as text, unpacked and decoded.
     *
     * @throws candor.store.failure.InputRefused where it is no text, empty, or too long
     */
    String text(byte[] file);

    /**
     * The bars of each symbol, in the order of their first rows; empty where the text has no heading of bars with a column
     * for the symbol. What is wrong with the rows of one symbol is said of that symbol, and loses no other.
     *
     * @throws candor.store.failure.InputRefused where the heading lacks a column that bars must have
     */
    Optional<List<SymbolBars>> bars(String text);

    /** What a file holds of one symbol. */
    sealed interface SymbolBars {

        /** As the file writes it, without blanks around it. */
        String symbol();

        /** Of its first row, counted from 1. */
        int line();

        /** Bars; their lines are those of the file. */
        record Read(String symbol, int line, Retrieval retrieval) implements SymbolBars {}

        /**
         * Rows that cannot be read.
         *
         * @param line of the first row at fault where one is known, else of the first row
         * @param why what is wrong, and the remedy
         */
        record Unreadable(String symbol, int line, String why) implements SymbolBars {}
    }
}
