package candor.forecasting.market;

import java.time.LocalDate;

/**
 * What changes the price of a share without a gain or loss for its holder. Takes effect at the opening of its session
 * (the ex-date).
 */
public sealed interface CorporateAction {

    /** The ex-date, exchange-local. */
    LocalDate session();

    /**
     * Cash paid for each share held at the close before.
     *
     * @param cash per share as it was before a split of the same session, in the listing's currency, &gt; 0
     */
    record Dividend(LocalDate session, double cash) implements CorporateAction {
        public Dividend {
            positive("dividend", cash, session);
        }
    }

    /**
     * Shares exchanged for others, where the bars do not account for it yet.
     *
     * @param ratio shares after for one before, &gt; 0: 2 for a two-for-one split, 0.1 for a one-for-ten reverse split
     */
    record Split(LocalDate session, double ratio) implements CorporateAction {
        public Split {
            positive("split ratio", ratio, session);
        }
    }

    private static void positive(String name, double value, LocalDate session) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " not a positive number on " + session + ": " + value);
        }
    }
}
