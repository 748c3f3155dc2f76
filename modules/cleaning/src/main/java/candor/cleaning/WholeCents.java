package candor.cleaning;

import candor.forecasting.market.Bar;
import candor.forecasting.market.CorporateAction;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * Tells closes as traded from closes that are adjusted for dividends already: since decimalisation US shares of a dollar
 * and more trade in whole cents (Regulation NMS, rule 612), and a price times an adjustment factor hardly ever is one.
 *
 * @param telling closes before the last dividend that can tell
 * @param odd those of them that are no whole cents
 */
record WholeCents(List<Bar> telling, List<Bar> odd, LocalDate lastDividend) {

    /** From here on Nasdaq, as the last of the exchanges, quoted in cents. */
    private static final LocalDate DECIMALISATION = LocalDate.of(2001, 4, 9);

    /** In cents; covers prices of single precision up to a thousand dollars. */
    private static final double TOLERANCE = 0.01;

    /** @param applied splits that the closes are adjusted for, which are undone first */
    static WholeCents of(List<Bar> bars, List<CorporateAction> actions, SortedMap<LocalDate, Double> applied) {
        LocalDate lastDividend = actions.stream()
                .filter(CorporateAction.Dividend.class::isInstance)
                .map(CorporateAction::session)
                .reduce(LocalDate.MIN, (earlier, later) -> later);
        List<Bar> telling = bars.stream()
                .filter(bar -> bar.session().isBefore(lastDividend)
                        && !bar.session().isBefore(DECIMALISATION)
                        && bar.close() >= 1)
                .toList();
        List<Bar> odd = telling.stream().filter(bar -> isOdd(bar, applied)).toList();
        return new WholeCents(telling, odd, lastDividend);
    }

    /** Whether most of them are no whole cents. */
    boolean areOdd() {
        return 2 * odd.size() > telling.size();
    }

    /** For closes that are odd. */
    String evidence() {
        return odd.size() + " of " + telling.size() + " closes before the last dividend, " + lastDividend
                + ", are no whole cents, such as " + odd.getFirst().close() + " on "
                + odd.getFirst().session();
    }

    private static boolean isOdd(Bar bar, SortedMap<LocalDate, Double> applied) {
        double cents = bar.close() * 100;
        for (double ratio : applied.tailMap(bar.session().plusDays(1)).values()) {
            cents *= ratio;
        }
        return Math.abs(cents - Math.rint(cents)) > TOLERANCE;
    }
}
