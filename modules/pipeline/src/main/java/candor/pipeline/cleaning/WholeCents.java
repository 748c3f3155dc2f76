package candor.pipeline.cleaning;

import candor.forecasting.market.Bar;
import candor.forecasting.market.CorporateAction;
import java.time.LocalDate;
import java.util.List;

/**
 * Tells closes as traded from closes that are adjusted for dividends already: since decimalisation US shares of a dollar
 * and more trade in whole cents (Regulation NMS, rule 612), and a price times an adjustment factor hardly ever is one.
 */
final class WholeCents {

    /** From here on Nasdaq, as the last of the exchanges, quoted in cents. */
    private static final LocalDate DECIMALISATION = LocalDate.of(2001, 4, 9);

    /** In cents; covers prices of single precision up to a thousand dollars. */
    private static final double TOLERANCE = 0.01;

    private WholeCents() {}

    /** Stops where dividends would be counted twice: most closes before the last of them are no whole cents. */
    static void check(List<Bar> bars, List<CorporateAction> actions, Stops stops) {
        LocalDate lastDividend = actions.stream()
                .filter(CorporateAction.Dividend.class::isInstance)
                .map(CorporateAction::session)
                .reduce(LocalDate.MIN, (earlier, later) -> later);
        List<Bar> telling = bars.stream()
                .filter(bar -> bar.session().isBefore(lastDividend)
                        && !bar.session().isBefore(DECIMALISATION)
                        && bar.close() >= 1)
                .toList();
        List<Bar> odd = telling.stream().filter(WholeCents::isOdd).toList();
        if (2 * odd.size() > telling.size()) {
            stops.check(
                    "already-adjusted",
                    bars.getFirst().session(),
                    lastDividend,
                    odd.size() + " of " + telling.size() + " closes before the last dividend, " + lastDividend
                            + ", are no whole cents, such as " + odd.getFirst().close() + " on "
                            + odd.getFirst().session()
                            + ": they seem to be adjusted for dividends already, and adjusting them again would give"
                            + " wrong returns",
                    "take the columns Dividends and Stock Splits out, or export closes as traded with an Adj Close"
                            + " column (yfinance: auto_adjust=False)");
        }
    }

    private static boolean isOdd(Bar bar) {
        double cents = bar.close() * 100;
        return Math.abs(cents - Math.rint(cents)) > TOLERANCE;
    }
}
