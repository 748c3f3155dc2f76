// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.report;

import candor.forecasting.market.PriceHistory;
import candor.pipeline.report.ReportModel.HistoryPoint;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What who held the stock has gained and lost: simple returns of adjusted closes by calendar month and year, and the worst
 * drawdowns.
 *
 * @param years ascending
 * @param drawdowns deepest first
 */
public record PastReturns(List<Year> years, List<Drawdown> drawdowns) {

    private static final int MONTHS = 12;

    /**
     * The returns of a calendar year.
     *
     * @param months twelve, as fractions; NaN for months without a return
     * @param whole of the year; of the part that there is in the first and the last year; NaN where there is none
     */
    public record Year(int year, List<Double> months, double whole) {
        public Year {
            months = List.copyOf(months);
            if (months.size() != MONTHS) {
                throw new IllegalArgumentException(months.size() + " months in " + year);
            }
        }
    }

    /**
     * A fall from a highest close until that is reached again.
     *
     * @param depth negative, as a fraction of the close at the peak
     * @param recovered first session at or above the peak; null while there is none
     */
    public record Drawdown(
            LocalDate peak, LocalDate trough, @Nullable LocalDate recovered, double depth) {}

    public PastReturns {
        years = List.copyOf(years);
        drawdowns = List.copyOf(drawdowns);
    }

    /**
     * @param history oldest first
     * @param most drawdowns that are wanted
     */
    public static PastReturns of(List<HistoryPoint> history, int most) {
        return new PastReturns(
                years(history),
                drawdowns(history).stream()
                        .sorted(Comparator.comparingDouble(Drawdown::depth).thenComparing(Drawdown::peak))
                        .limit(most)
                        .toList());
    }

    /** The growth factor of each month; NaN where a part of it is unknown. */
    private static SortedMap<YearMonth, Double> growth(List<HistoryPoint> history) {
        SortedMap<YearMonth, Double> growth = new TreeMap<>();
        for (int i = 1; i < history.size(); i++) {
            HistoryPoint before = history.get(i - 1);
            HistoryPoint point = history.get(i);
            double factor = PriceHistory.isBroken(before.session(), point.session())
                    ? Double.NaN
                    : point.adjustedClose() / before.adjustedClose();
            growth.merge(YearMonth.from(point.session()), factor, (a, b) -> a * b);
        }
        return growth;
    }

    private static List<Year> years(List<HistoryPoint> history) {
        SortedMap<YearMonth, Double> growth = growth(history);
        List<Year> years = new ArrayList<>();
        if (growth.isEmpty()) {
            return years;
        }
        for (int year = growth.firstKey().getYear(); year <= growth.lastKey().getYear(); year++) {
            List<Double> months = new ArrayList<>();
            double whole = 1;
            for (int month = 1; month <= MONTHS; month++) {
                Double factor = growth.get(YearMonth.of(year, month));
                months.add(factor == null ? Double.NaN : factor - 1);
                whole *= factor == null ? 1 : factor;
            }
            boolean any = months.stream().anyMatch(Double::isFinite);
            years.add(new Year(year, months, any ? whole - 1 : Double.NaN));
        }
        return years;
    }

    private static List<Drawdown> drawdowns(List<HistoryPoint> history) {
        List<Drawdown> drawdowns = new ArrayList<>();
        HistoryPoint peak = null;
        HistoryPoint trough = null;
        for (HistoryPoint point : history) {
            if (peak == null || point.adjustedClose() >= peak.adjustedClose()) {
                add(drawdowns, peak, trough, point.session());
                peak = point;
                trough = null;
            } else if (trough == null || point.adjustedClose() < trough.adjustedClose()) {
                trough = point;
            }
        }
        add(drawdowns, peak, trough, null);
        return drawdowns;
    }

    private static void add(
            List<Drawdown> drawdowns,
            @Nullable HistoryPoint peak,
            @Nullable HistoryPoint trough,
            @Nullable LocalDate recovered) {
        if (peak != null && trough != null) {
            drawdowns.add(new Drawdown(
                    peak.session(), trough.session(), recovered, trough.adjustedClose() / peak.adjustedClose() - 1));
        }
    }
}
