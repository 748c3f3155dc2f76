package candor.local.words;

import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.scorecard.IntervalScore;
import candor.forecasting.evaluation.scorecard.PointScore;
import candor.forecasting.evaluation.scorecard.ScaleScore;
import candor.forecasting.evaluation.scorecard.TailScore;
import candor.forecasting.evaluation.scorecard.Terciles;
import candor.forecasting.evaluation.statement.Verdicts;
import candor.forecasting.evaluation.test.OneSidedTest;
import candor.forecasting.evaluation.test.Proportion;
import candor.forecasting.evaluation.test.TestOutcome;
import candor.forecasting.evaluation.test.TrafficLight;
import candor.forecasting.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A scorecard as a person reads it on a terminal. */
public final class ScorecardText {

    private ScorecardText() {}

    public static List<String> lines(HorizonScorecard card) {
        List<String> lines = new ArrayList<>();
        lines.add("Horizon " + card.sessions() + (card.sessions() == 1 ? " session, " : " sessions, ")
                + Figures.count(card.origins().count(), "outcome"));
        lines.add(String.format(
                Locale.ROOT,
                "  %-9s %10s %8s %10s %10s %25s %9s %9s",
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
                "  %-9s %9s %9s %9s %9s   %-24s   %s",
                "interval",
                "coverage",
                "score*100",
                "Kupiec",
                "Christof.",
                "low / middle / high vol.",
                "verdict"));
        card.intervals().forEach(interval -> lines.add(interval(interval)));
        if (card.pit() != null) {
            lines.add("  uniformity, KS " + Figures.pIs(card.pit().ksP()) + ": " + Verdicts.of(card.pit()));
        }
        if (card.coverage90() != null) {
            lines.addAll(CoverageText.lines(card.coverage90()));
        }
        lines.add(String.format(
                Locale.ROOT,
                "  %-9s %9s %9s %9s %9s %9s %9s   %-24s   %s",
                "VaR",
                "passed",
                "expected",
                "share",
                "Kupiec",
                "Christof.",
                "both",
                "Basel zone",
                "verdict"));
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
                terciles(score.r2osVsZeroIn().byVolatilityTercile(), Figures::move));
    }

    private static String p(@Nullable OneSidedTest test) {
        return Figures.p(test == null ? null : test.p());
    }

    private static String terciles(@Nullable Terciles terciles, Function<Double, String> figure) {
        return terciles == null
                ? Figures.ABSENT
                : String.join(
                        " / ",
                        figure.apply(terciles.low()),
                        figure.apply(terciles.middle()),
                        figure.apply(terciles.high()));
    }

    private static String tail(TailScore tail) {
        TrafficLight light = tail.trafficLight();
        return String.format(
                Locale.ROOT,
                "  %5s %4s %8s %9s %9s %9s %9s %9s   %-24s   %s",
                tail.tail(),
                Figures.level(tail.level()),
                Figures.count(tail.violations()),
                Figures.tenth(tail.expected()),
                Figures.rareShare((double) tail.violations() / tail.outcomes()),
                Figures.p(tail.kupiecP()),
                Figures.p(tail.christoffersenP()),
                Figures.p(tail.conditionalCoverageP()),
                light == null
                        ? Figures.ABSENT
                        : light.zone() + ", " + light.violations() + " of the last " + light.sessions(),
                Verdicts.of(tail));
    }

    private static String point(String name, PointScore score) {
        return String.format(
                Locale.ROOT,
                "  %-9s %10s %8s %10s %10s %25s %9s %9s",
                name,
                Figures.meanMove(score.rmse()),
                Figures.loss(score.rmseToZero()),
                Figures.move(score.r2osVsZero()),
                Figures.move(score.r2osVsMean()),
                direction(score.directionAccuracy()),
                p(score.dmVsZero(), false),
                p(score.dmVsZero(), true));
    }

    private static String direction(@Nullable Proportion share) {
        return share == null
                ? Figures.ABSENT
                : Figures.percent(share.value()) + " (" + Figures.percent(share.lower()) + " to "
                        + Figures.percent(share.upper()) + ")";
    }

    private static String scale(String name, ScaleScore score) {
        TestOutcome test = score.dmVsEwma();
        return String.format(
                Locale.ROOT,
                "  %-9s %10s %8s %9s %9s %9s   %s",
                name,
                Figures.loss(score.qlike()),
                Figures.statistic(test == null ? null : test.statistic()),
                p(test, false),
                p(test, true),
                Figures.p(score.ljungBox() == null ? null : score.ljungBox().p()),
                terciles(
                        score.qlikeVsEwmaIn() == null
                                ? null
                                : score.qlikeVsEwmaIn().byVolatilityTercile(),
                        Figures::loss));
    }

    private static String p(@Nullable TestOutcome test, boolean adjusted) {
        return Figures.p(test == null ? null : adjusted ? test.pAdjusted() : Double.valueOf(test.p()));
    }

    private static String interval(IntervalScore interval) {
        return String.format(
                Locale.ROOT,
                "  %9s %9s %9s %9s %9s   %-24s   %s",
                Figures.level(interval.nominal()),
                Figures.percent(interval.coverage()),
                Figures.score(interval.score()),
                Figures.p(interval.kupiecP()),
                Figures.p(interval.christoffersenP()),
                terciles(interval.byVolatilityTercile(), Figures::percent),
                Verdicts.of(interval));
    }
}
