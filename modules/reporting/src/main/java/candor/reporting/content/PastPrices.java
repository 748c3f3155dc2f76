// SPDX-License-Identifier: GPL-3.0-or-later
package candor.reporting.content;

import candor.cleaning.PriceBasis;
import candor.pipeline.report.ReportModel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the past prices of a report are. A run that did not note it gets no words: none may claim what is not known.
 *
 * @param basis null where the run did not note it
 */
record PastPrices(@Nullable PriceBasis basis) {

    static PastPrices of(ReportModel.Source source) {
        return new PastPrices(source.prices());
    }

    /** A sentence with a blank before it, for the end of a caption; empty where nothing is known. */
    String inShort() {
        if (basis == null) {
            return "";
        }
        return basis.adjusted()
                ? " Past prices are adjusted for dividends and splits."
                : " Past prices are closes: dividends count as falls.";
    }

    /** How the price chart's closes are to be read. */
    String closes() {
        if (basis == null) {
            return "Closes as of this retrieval.";
        }
        return basis.adjusted()
                ? "Closes adjusted for dividends and splits as of this retrieval."
                : "Closes as of this retrieval; dividends count as falls.";
    }

    /** A sentence that says where it comes from. */
    Optional<String> inFull() {
        return Optional.ofNullable(basis).map(PriceBasis::words).map(DataSection::sentence);
    }

    /** Whether a dividend is no fall of the price; true where nothing is known. */
    boolean areAdjusted() {
        return basis == null || basis.adjusted();
    }
}
