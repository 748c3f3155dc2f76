package candor.forecasting.walkforward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.candidate.Forecasts;
import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.scorecard.Scorecards;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.feature.Features;
import candor.forecasting.fixture.Broken;
import candor.forecasting.fixture.Simulated;
import candor.forecasting.harp.OwnRegressors;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.returns.LogReturns;
import candor.forecasting.risk.MarketRisk;
import candor.forecasting.volatility.Leverage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * A return across a break is unknown. If nothing uses it, then the level of prices after the break does not matter: with
 * all of them multiplied by any number, everything stays as it is.
 */
class BreakLawsTest {

    private static final int BARS = 420;
    private static final int CASES = 6;
    private static final ForecastPlan PLAN = ForecastPlan.of(new ForecastSettings(
            List.of(1, 5, 21),
            80,
            21,
            Simulated.FEATURES,
            List.of(0.5, 0.8, 0.9, 0.95, 0.99),
            Map.of(1, 0.002, 5, 0.001, 21, 0.0005),
            40,
            Simulated.candidates(List.of(5.0, 500.0))));

    private static final Champion LOG_HAR = new Champion(Candidates.ZERO, Candidates.LOG_HAR_L);
    private static final ForecastPlan WITHOUT_HAR_P = PLAN.withChampions(Map.of(1, LOG_HAR, 5, LOG_HAR, 21, LOG_HAR))
            .withoutCandidates(Set.of(Candidates.HAR_P_OWN.key()));

    private final TradingCalendar calendar = new NyseCalendar();

    private Backtest walk(PriceHistory history) {
        return walk(history, PLAN);
    }

    private Backtest walk(PriceHistory history, ForecastPlan plan) {
        return WalkForward.run(history, Features.of(history), calendar, plan, Progress.NONE);
    }

    private static List<HorizonScorecard> cards(PriceHistory history, Backtest backtest) {
        return Scorecards.of(
                backtest.rows(), backtest.rows().getFirst().origin(), history.session(history.size() - 1), Map.of());
    }

    @Test
    void theLevelAfterABreakLeavesNoTrace() {
        SplittableRandom random = new SplittableRandom(20260424);
        for (int trial = 0; trial < CASES; trial++) {
            long seed = random.nextLong();
            int at = random.nextInt(1, BARS);
            int missing = random.nextInt(PriceHistory.MOST_MISSING + 1, 300);
            double factor = StrictMath.scalb(1.0, random.nextInt(1, 6) * (trial % 2 == 0 ? 1 : -1));
            PriceHistory one = Broken.stock(BARS, seed, at, missing, 1);
            PriceHistory other = Broken.stock(BARS, seed, at, missing, factor);
            String what = "seed " + seed + ", break before " + at + ", factor " + factor;
            sameFeatures(Features.of(one), Features.of(other), what);
            Backtest walked = walk(one);
            Backtest again = walk(other);
            assertThat(again.rows()).as(what).isEqualTo(walked.rows());
            assertThat(again.calibration()).as(what).isEqualTo(walked.calibration());
            assertThat(again.models().model(Candidates.EWMA, 1))
                    .as(what)
                    .isEqualTo(walked.models().model(Candidates.EWMA, 1));
            assertThat(again.models()).as(what).isEqualTo(walked.models());
            assertThat(cards(other, again)).as(what).isEqualTo(cards(one, walked));
            assertThat(MarketRisk.of(other)).as(what).isEqualTo(MarketRisk.of(one));
        }
    }

    private static void sameFeatures(FeatureTable one, FeatureTable other, String what) {
        for (int c = 0; c < one.names().size(); c++) {
            String name = one.names().get(c);
            for (int t = 0; t < one.size() && !Features.WITH_UNIT.contains(name); t++) {
                assertThat(other.value(t, c)).as(what + ": " + name + " " + t).isEqualTo((Double) one.value(t, c));
            }
        }
    }

    /** The product's features but the one with a unit, whose windows are longer, and a factor that does round. */
    @Test
    void norWithTheProductsOwnFeatures() {
        FeatureTable withoutUnit = Features.of(Broken.stock(300, 1, 1, 0, 1))
                .select(ForecastSettings.STATIONARY_FEATURES.stream()
                        .filter(name -> !Features.WITH_UNIT.contains(name))
                        .toList());
        ForecastPlan plan = ForecastPlan.of(
                        ForecastSettings.standard().withBeginning(150, 40).withFeaturesOf(withoutUnit))
                .withoutCandidates(Set.of("boosting", "garch"));
        PriceHistory one = Broken.stock(1000, 5, 480, 100, 1);
        PriceHistory other = Broken.stock(1000, 5, 480, 100, 2.41);
        List<BacktestRow> rows = WalkForward.run(one, Features.of(one), calendar, plan, Progress.NONE)
                .rows();
        List<BacktestRow> again = WalkForward.run(other, Features.of(other), calendar, plan, Progress.NONE)
                .rows();
        assertThat(again).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            near(again.get(i).realised(), rows.get(i).realised());
            near(again.get(i).forecast(Candidates.of("ridge")), rows.get(i).forecast(Candidates.of("ridge")));
            near(again.get(i).forecast(Candidates.LOG_HAR_L), rows.get(i).forecast(Candidates.LOG_HAR_L));
            near(again.get(i).quantiles().getFirst(), rows.get(i).quantiles().getFirst());
        }
    }

    private static void near(double got, double want) {
        if (Double.isNaN(want)) {
            assertThat(got).isNaN();
        } else {
            assertThat(got).isEqualTo(want, within(1e-12));
        }
    }

    @Test
    void outcomesAcrossABreakAreUnknownAndAllOthersAsTheyWere() {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < CASES; trial++) {
            long seed = random.nextLong();
            int at = random.nextInt(200, BARS - 1);
            PriceHistory broken = Broken.stock(BARS, seed, at, 6, 3);
            PriceHistory whole = Broken.stock(BARS, seed, at, 0, 1);
            double[] r = LogReturns.of(whole);
            double[] known = LogReturns.of(broken);
            for (int t = 1; t < BARS; t++) {
                assertThat(known[t]).isEqualTo(t == at ? Double.NaN : r[t], within(1e-12));
            }
            for (BacktestRow row : walk(broken).rows()) {
                int origin = broken.indexOf(row.origin());
                int target = origin + row.horizon();
                boolean unknown = target >= BARS || (origin < at && target >= at);
                assertThat(Double.isNaN(row.realised())).isEqualTo(unknown);
                if (!unknown) {
                    assertThat(row.realised())
                            .isEqualTo(
                                    StrictMath.log(whole.adjustedClose(target) / whole.adjustedClose(origin)),
                                    within(1e-12));
                }
            }
        }
    }

    /** HAR-P looks at dates: seasons follow the calendar. */
    private static Forecasts withoutHarP(BacktestRow row) {
        return row.candidates().with(Candidates.HAR_P_OWN, Double.NaN);
    }

    @Test
    void aShortGapChangesNothingButTheDates() {
        for (int missing = 1; missing <= PriceHistory.MOST_MISSING; missing++) {
            List<BacktestRow> whole = walk(Broken.stock(BARS, 11, 300, 0, 1)).rows();
            List<BacktestRow> gap =
                    walk(Broken.stock(BARS, 11, 300, missing, 1)).rows();
            assertThat(gap).hasSameSizeAs(whole);
            for (int i = 0; i < whole.size(); i++) {
                assertThat(withoutHarP(gap.get(i))).isEqualTo(withoutHarP(whole.get(i)));
                assertThat(gap.get(i).realised())
                        .isEqualTo((Double) whole.get(i).realised());
            }
        }
    }

    @Test
    void whatMovesWithEverySessionWaitsAtABreakAndRegressionsStartAnew() {
        int at = 300;
        List<BacktestRow> rows = walk(Broken.stock(BARS, 13, at, 50, 1)).rows().stream()
                .filter(row -> row.horizon() == 1)
                .toList();
        int first = BARS - rows.size();
        BacktestRow before = rows.get(at - 1 - first);
        BacktestRow after = rows.get(at - first);
        assertThat(after.forecast(Candidates.EWMA)).isEqualTo(before.forecast(Candidates.EWMA));
        assertThat(after.forecast(Candidates.of("garch"))).isPositive();
        assertThat(after.forecast(Candidates.MEAN)).isEqualTo(before.forecast(Candidates.MEAN));
        int again = at + Leverage.WITH.firstSession();
        for (int t = at; t < BARS; t++) {
            BacktestRow row = rows.get(t - first);
            assertThat(row.forecast(Candidates.LOG_HAR_L) > 0)
                    .as("log-HAR-L at %s", t)
                    .isEqualTo(t >= again);
            boolean harP = row.forecast(Candidates.HAR_P_OWN) > 0;
            assertThat(harP).as("HAR-P at %s", t).isEqualTo(t >= at + OwnRegressors.FIRST_SESSION);
            assertThat(row.quantiles().getFirst() < 0).as("interval at %s", t).isEqualTo(harP);
            assertThat(Double.isFinite(row.forecast(Candidates.of("ridge")))).isEqualTo(t >= at + 21);
        }
    }

    @Test
    void tooFewRowsNameTheBreak() {
        PriceHistory history = Broken.stock(200, 17, 100, 30, 1);
        assertThatThrownBy(() -> walk(history.visibleAt(115), WITHOUT_HAR_P))
                .isInstanceOf(NotEnoughRows.class)
                .hasMessageContaining("after a gap of more than 5 sessions features start anew, the last time on "
                        + history.session(100) + " after 30 sessions without a bar; supply those, or supply a longer");
    }
}
