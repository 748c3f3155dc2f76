package candor.local.cli;

import candor.forecasting.evaluation.HorizonScorecard;
import candor.forecasting.evaluation.IntervalScore;
import candor.forecasting.evaluation.OneSidedTest;
import candor.forecasting.evaluation.PointScore;
import candor.forecasting.evaluation.Proportion;
import candor.forecasting.evaluation.ScaleScore;
import candor.forecasting.evaluation.TailScore;
import candor.forecasting.evaluation.Terciles;
import candor.forecasting.evaluation.TestOutcome;
import candor.forecasting.evaluation.TrafficLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A scorecard as a person reads it on a terminal. */
final class ScorecardText {

    private ScorecardText() {}

    static List<String> lines(HorizonScorecard card) {
        List<String> lines = new ArrayList<>();
        lines.add("Horizon " + card.sessions() + (card.sessions() == 1 ? " session, " : " sessions, ")
                + card.origins().count() + " outcomes");
        lines.add(String.format(
                Locale.ROOT,
                "  %-9s %10s %8s %10s %10s %20s %9s %9s",
                "mean",
                "RMSE",
                "to zero",
                "R2 vs zero",
                "R2 vs mean",
                "direction",
                "DM p",
                "adjusted"));
        card.point().candidates().forEach((name, score) -> lines.add(point(name, score)));
        lines.add(String.format(
                Locale.ROOT,
                "  %-9s %9s %9s %9s   %-30s",
                "beside it",
                "CW zero p",
                "CW mean p",
                "PT p",
                "R2 vs zero at low / middle / high vol."));
        card.point().candidates().forEach((name, score) -> {
            if (score.directionAccuracy() != null) {
                lines.add(diagnostics(name, score));
            }
        });
        lines.add(String.format(
                Locale.ROOT,
                "  %-9s %10s %8s %9s %9s %9s   %-30s",
                "scale",
                "QLIKE",
                "DM",
                "DM p",
                "adjusted",
                "LB p",
                "less EWMA's at low / middle / high vol."));
        card.scale().candidates().forEach((name, score) -> lines.add(scale(name, score)));
        lines.add(String.format(
                Locale.ROOT,
                "  %-9s %9s %9s %9s %9s   %-23s",
                "interval",
                "coverage",
                "score*100",
                "Kupiec",
                "Christof.",
                "low / middle / high vol."));
        card.intervals().forEach(interval -> lines.add(interval(interval)));
        lines.add(String.format(
                Locale.ROOT,
                "  %-9s %9s %9s %9s %9s %9s %9s   %-10s",
                "VaR",
                "passed",
                "expected",
                "share",
                "Kupiec",
                "Christof.",
                "both",
                "Basel zone"));
        card.tails().forEach(tail -> lines.add(tail(tail)));
        return lines;
    }

    private static String diagnostics(String name, PointScore score) {
        return String.format(
                Locale.ROOT,
                "  %-9s %9s %9s %9s   %s",
                name,
                p(score.clarkWestVsZero()),
                p(score.clarkWestVsMean()),
                p(score.pesaranTimmermann()),
                terciles(score.r2osVsZeroIn().byVolatilityTercile(), 100, "%.3f%%"));
    }

    private static String p(@Nullable OneSidedTest test) {
        return test == null ? "-" : String.format(Locale.ROOT, "%.4f", test.p());
    }

    private static String terciles(@Nullable Terciles terciles, double factor, String form) {
        return terciles == null
                ? "-"
                : String.format(
                        Locale.ROOT,
                        String.join(" / ", form, form, form),
                        factor * terciles.low(),
                        factor * terciles.middle(),
                        factor * terciles.high());
    }

    private static String tail(TailScore tail) {
        TrafficLight light = tail.trafficLight();
        return String.format(
                Locale.ROOT,
                "  %5s %.0f%% %9d %9.1f %8.2f%% %9.3f %9.3f %9.3f   %s",
                tail.tail(),
                100 * tail.level(),
                tail.violations(),
                tail.expected(),
                100.0 * tail.violations() / tail.outcomes(),
                tail.kupiecP(),
                tail.christoffersenP(),
                tail.conditionalCoverageP(),
                light == null ? "-" : light.zone() + ", " + light.violations() + " of the last " + light.sessions());
    }

    private static String point(String name, PointScore score) {
        return String.format(
                Locale.ROOT,
                "  %-9s %10.6f %8.4f %9.3f%% %9.3f%% %20s %9s %9s",
                name,
                score.rmse(),
                score.rmseToZero(),
                100 * score.r2osVsZero(),
                100 * score.r2osVsMean(),
                direction(score.directionAccuracy()),
                p(score.dmVsZero(), false),
                p(score.dmVsZero(), true));
    }

    private static String direction(@Nullable Proportion share) {
        return share == null
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%.1f%% (%.1f-%.1f)",
                        100 * share.value(),
                        100 * share.lower(),
                        100 * share.upper());
    }

    private static String scale(String name, ScaleScore score) {
        TestOutcome test = score.dmVsEwma();
        return String.format(
                Locale.ROOT,
                "  %-9s %10.4f %8s %9s %9s %9s   %s",
                name,
                score.qlike(),
                test == null ? "-" : String.format(Locale.ROOT, "%.2f", test.statistic()),
                p(test, false),
                p(test, true),
                score.ljungBox() == null
                        ? "-"
                        : String.format(Locale.ROOT, "%.4f", score.ljungBox().p()),
                terciles(
                        score.qlikeVsEwmaIn() == null
                                ? null
                                : score.qlikeVsEwmaIn().byVolatilityTercile(),
                        1,
                        "%.3f"));
    }

    private static String p(@Nullable TestOutcome test, boolean adjusted) {
        Double p = test == null ? null : adjusted ? test.pAdjusted() : Double.valueOf(test.p());
        return p == null ? "-" : String.format(Locale.ROOT, "%.4f", p);
    }

    private static String interval(IntervalScore interval) {
        return String.format(
                Locale.ROOT,
                "  %7.0f %% %9.4f %9.3f %9.3f %9.3f   %s",
                100 * interval.nominal(),
                interval.coverage(),
                100 * interval.score(),
                interval.kupiecP(),
                interval.christoffersenP(),
                terciles(interval.byVolatilityTercile(), 1, "%.3f"));
    }
}
