// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What the closes of a source are, and so where the returns come from. */
public enum PriceBasis {
    /** The source has adjusted closes of its own; its closes are adjusted for splits. */
    ADJUSTED_CLOSES("adjusted-close", "prices are adjusted for dividends and splits by the file's own adjusted closes"),
    /** Closes as traded, with the dividends and splits that adjusted closes are computed from. */
    AS_TRADED("as-traded", "prices are adjusted for dividends and splits by those that the source lists"),
    /** All prices are adjusted for dividends and splits already; listed ones must not be applied again. */
    ALREADY_ADJUSTED(
            "already-adjusted",
            "prices came adjusted for dividends and splits already: those that the file lists are not applied again"),
    /** Closes only: a dividend counts as a fall of the price. */
    DIVIDENDS_UNKNOWN(
            "dividends-unknown", "dividends count as falls: the file has neither adjusted closes nor dividends");

    private final String key;
    private final String words;

    PriceBasis(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** The name in stored documents. */
    @JsonValue
    public String key() {
        return key;
    }

    /** What it means for the returns, for a person; begins in lower case and ends without a full stop. */
    public String words() {
        return words;
    }

    /** Whether a dividend is no fall of the price. */
    public boolean adjusted() {
        return this != DIVIDENDS_UNKNOWN;
    }

    /** The basis of that key; throws IllegalArgumentException where there is none. */
    @JsonCreator
    public static PriceBasis ofKey(String key) {
        return Arrays.stream(values())
                .filter(basis -> basis.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such price basis: '" + key + "'"));
    }
}
