// SPDX-License-Identifier: GPL-3.0-or-later
package candor.reporting.content;

import candor.pipeline.report.PriceLoss;
import candor.reporting.text.Numerals;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prices, losses and days as a client reads them. Every price is in dollars: cleaning rejects others. */
final class Money {

    private Money() {}

    /** As in $586.25. */
    static String price(@Nullable Double price) {
        String text = Numerals.price(price);
        return text.equals(Numerals.ABSENT) ? text : "$" + text;
    }

    /** A loss in percent of the price, and in dollars of ten thousand, from a positive log loss: as in 5.62 % ($562). */
    static String loss(double logLoss) {
        return Double.isFinite(logLoss)
                ? Numerals.move(PriceLoss.share(logLoss)) + " ($" + Numerals.count(PriceLoss.ofSum(logLoss)) + ")"
                : Numerals.ABSENT;
    }

    /** As in Monday, 27 April 2026. */
    static String day(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + ", " + Numerals.date(date);
    }
}
