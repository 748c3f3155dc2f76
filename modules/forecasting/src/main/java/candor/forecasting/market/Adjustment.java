package candor.forecasting.market;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Returns and adjusted closes from bars as traded and the corporate actions between them: the return that a holder had
 * who reinvested dividends. With C the close, D the cash and s the ratio of splits that take effect at session t,
 *
 * <pre>r[t] = ln(C[t] * s[t] / (C[t-1] - D[t]))</pre>
 *
 * and the adjusted close P[t] = C[t] * f[t] with f = 1 at the last session and, going backwards, f[t-1] = f[t] *
 * (1 - D[t] / C[t-1]) / s[t]: the proportional method of CRSP and Yahoo, for which ln(P[t] / P[t-1]) = r[t].
 *
 * <p>An action takes effect at the first bar at or after its session, so that one on a session whose bar is missing is
 * not lost. Actions at or before the first bar, or after the last one, change no return between bars.
 */
public final class Adjustment {

    private final List<Bar> bars;
    private final double[] cash;
    private final double[] ratio;

    private Adjustment(List<Bar> bars, double[] cash, double[] ratio) {
        this.bars = bars;
        this.cash = cash;
        this.ratio = ratio;
    }

    /**
     * Joins bars and actions.
     *
     * @param bars as traded, strictly ascending by session
     * @param actions in any order; dividends that take effect together add up, splits multiply
     * @throws IllegalArgumentException where the cash is not below the close before, or bars are not ascending
     */
    public static Adjustment of(List<Bar> bars, List<CorporateAction> actions) {
        List<Bar> kept = List.copyOf(bars);
        LocalDate[] sessions = ascendingSessions(kept);
        double[] cash = new double[sessions.length];
        double[] ratio = new double[sessions.length];
        Arrays.fill(ratio, 1);
        for (CorporateAction action : actions) {
            int found = Arrays.binarySearch(sessions, action.session());
            int at = found >= 0 ? found : -found - 1;
            if (at > 0 && at < sessions.length) {
                switch (action) {
                    case CorporateAction.Dividend dividend -> cash[at] += dividend.cash();
                    case CorporateAction.Split split -> ratio[at] *= split.ratio();
                }
            }
        }
        requireCashBelowClose(kept, cash);
        return new Adjustment(kept, cash, ratio);
    }

    /** Log returns by session; the first is NaN. */
    public double[] logReturns() {
        double[] r = new double[bars.size()];
        for (int t = 0; t < r.length; t++) {
            r[t] = t == 0 ? Double.NaN : StrictMath.log(close(t) * ratio[t] / (close(t - 1) - cash[t]));
        }
        return r;
    }

    /** Adjusted closes by session; the last equals the last close. */
    public double[] adjustedCloses() {
        double[] adjusted = new double[bars.size()];
        double factor = 1;
        for (int t = adjusted.length - 1; t >= 0; t--) {
            adjusted[t] = close(t) * factor;
            if (t > 0) {
                factor *= (1 - cash[t] / close(t - 1)) / ratio[t];
            }
        }
        return adjusted;
    }

    /** The bars with these adjusted closes. */
    public PriceHistory toPriceHistory() {
        return PriceHistory.of(bars, adjustedCloses());
    }

    private double close(int t) {
        return bars.get(t).close();
    }

    private static LocalDate[] ascendingSessions(List<Bar> bars) {
        LocalDate[] sessions = bars.stream().map(Bar::session).toArray(LocalDate[]::new);
        for (int t = 1; t < sessions.length; t++) {
            if (!sessions[t].isAfter(sessions[t - 1])) {
                throw new IllegalArgumentException(
                        "sessions not ascending: " + sessions[t] + " follows " + sessions[t - 1]);
            }
        }
        return sessions;
    }

    private static void requireCashBelowClose(List<Bar> bars, double[] cash) {
        for (int t = 1; t < cash.length; t++) {
            double before = bars.get(t - 1).close();
            if (cash[t] >= before) {
                throw new IllegalArgumentException("dividend of " + cash[t] + " on "
                        + bars.get(t).session() + " is not below the close before, " + before + " on "
                        + bars.get(t - 1).session() + ": check its unit, or whether the close is split-adjusted");
            }
        }
    }
}
