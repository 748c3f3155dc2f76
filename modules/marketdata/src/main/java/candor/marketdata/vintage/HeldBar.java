package candor.marketdata.vintage;

import candor.store.port.RawBar;

/**
 * A bar with the number of the vintage that it was taken from.
 *
 * @param bar as traded; its adjusted close belongs to that vintage
 */
record HeldBar(RawBar bar, int vintage) {

    /** Whether the provider has all prices of the session: else it is pending. */
    boolean isFinal() {
        return bar.hasPrices();
    }

    /**
     * The bar after a later answer: the later one, but where that has no prices for a session that had some, the earlier
     * prices, with the later actions if there are any.
     */
    HeldBar updatedBy(HeldBar later) {
        if (!isFinal() || later.isFinal()) {
            return later;
        }
        if (!hasAction(later.bar())) {
            return this;
        }
        RawBar news = later.bar();
        return new HeldBar(bar.withActions(news.dividend(), news.split(), news.capitalGain()), vintage);
    }

    static boolean hasAction(RawBar bar) {
        return bar.dividend() != 0 || bar.split() != 0 || bar.capitalGain() != 0;
    }
}
