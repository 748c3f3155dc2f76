// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.cleaning;

import java.util.Arrays;

/** What the closes of a source are, and so where the returns come from. */
public enum PriceBasis {
    /** The source has adjusted closes of its own; its closes are adjusted for splits. */
    ADJUSTED_CLOSES("adjusted-close"),
    /** Closes as traded, with the dividends and splits that adjusted closes are computed from. */
    AS_TRADED("as-traded"),
    /** All prices are adjusted for dividends and splits already; listed ones must not be applied again. */
    ALREADY_ADJUSTED("already-adjusted"),
    /** Closes only: a dividend counts as a fall of the price. */
    DIVIDENDS_UNKNOWN("dividends-unknown");

    private final String key;

    PriceBasis(String key) {
        this.key = key;
    }

    /** The name in stored documents. */
    public String key() {
        return key;
    }

    /** The basis of that key; throws IllegalArgumentException where there is none. */
    public static PriceBasis ofKey(String key) {
        return Arrays.stream(values())
                .filter(basis -> basis.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such price basis: '" + key + "'"));
    }
}
