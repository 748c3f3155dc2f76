package candor.forecasting.evaluation.statement;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.evaluation.scorecard.AdjustedScorecards;
import candor.forecasting.evaluation.scorecard.Breakdown;
import candor.forecasting.evaluation.scorecard.CoverageRecord;
import candor.forecasting.evaluation.scorecard.CoverageShare;
import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.scorecard.IntervalScore;
import candor.forecasting.evaluation.scorecard.OriginRange;
import candor.forecasting.evaluation.scorecard.PointScore;
import candor.forecasting.evaluation.scorecard.PointScorecard;
import candor.forecasting.evaluation.scorecard.Rows;
import candor.forecasting.evaluation.scorecard.ScaleScore;
import candor.forecasting.evaluation.scorecard.ScaleScorecard;
import candor.forecasting.evaluation.scorecard.Scorecards;
import candor.forecasting.evaluation.scorecard.Skill;
import candor.forecasting.evaluation.scorecard.TailScore;
import candor.forecasting.evaluation.scorecard.Terciles;
import candor.forecasting.evaluation.test.Proportion;
import candor.forecasting.evaluation.test.TestOutcome;
import candor.forecasting.evaluation.test.TrafficLight;
import candor.forecasting.evaluation.test.UniformityTest;
import candor.forecasting.market.Symbol;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatementTest {

    private static final Symbol STX = new Symbol("STX");

    private static final Breakdown WHOLE = new Breakdown(new TreeMap<>(), null);

    private static final String VOLATILITY =
            "Volatility is predictable: HAR-P beats EWMA" + " (DM p = 0.0004; adjusted for 8 comparisons: 0.0032).";
    private static final String COVERAGE = "The 90 % intervals covered 90.1 % of 4,837 outcomes.";

    @Test
    void noSkillWithMoreError() {
        assertThat(statement(card(1, 5087, candidate(1.002, 1.3, 0.19, 0.57))))
                .isEqualTo("No evidence that the direction or size of STX's next-session return can be predicted: the"
                        + " best candidate (ridge regression) errs more than the random walk by 0.2 % (DM p = 0.19). "
                        + VOLATILITY + " " + COVERAGE);
    }

    @Test
    void lessErrorThatMayBeChance() {
        assertThat(statement(card(1, 5087, candidate(0.99, -2.1, 0.036, 0.25))))
                .contains("No evidence")
                .contains("errs less than the random walk by 1.0 %, which may well be chance"
                        + " (DM p = 0.036; adjusted for 8 comparisons: 0.25).");
    }

    @Test
    void lessErrorByALittle() {
        assertThat(statement(card(1, 5087, candidate(0.9999, -0.3, 0.7, 1.0))))
                .contains("errs less than the random walk by under 0.1 %, which may well be chance (DM p = 0.7).");
    }

    @Test
    void significantlyWorse() {
        assertThat(statement(card(1, 5087, candidate(1.05, 4.2, 0.00003, 0.0002))))
                .contains("No evidence")
                .contains("errs more than the random walk by 5.0 %, which is significantly worse"
                        + " (DM p < 0.0001; adjusted for 8 comparisons: 0.0002).");
    }

    @Test
    void theSameForecast() {
        assertThat(statement(card(1, 5087, candidate(1, 0, Double.NaN, Double.NaN))))
                .contains("No evidence")
                .contains("the best candidate (ridge regression) errs as much as the random walk.");
    }

    @Test
    void significantlyBetter() {
        assertThat(statement(card(1, 5087, candidate(0.97, -4.0, 0.0001, 0.0008))))
                .startsWith("STX's next-session return could be predicted to some degree: ridge regression errs less"
                        + " than the random walk by 3.0 % (DM p = 0.0001; adjusted for 8 comparisons: 0.0008);"
                        + " it had the direction right in 53.0 % of cases (95 % interval 51.5 % to 54.5 %).")
                .doesNotContain("No evidence");
    }

    @Test
    void theBestCandidateIsTheOneWithTheLeastErrorAmongTheSignificant() {
        Map<String, PointScore> candidates = new LinkedHashMap<>();
        candidates.put("mean", candidate(0.95, -1.5, 0.14, 0.4));
        candidates.put("ridge", candidate(0.97, -4.0, 0.0001, 0.0008));
        assertThat(statement(
                        card(1, 5087, candidates, scale(-3, 0.0004, 0.0032), interval(0.9, 4837, 0.901, 0.8, 0.5))))
                .contains("ridge regression errs less than the random walk by 3.0 %");
        candidates.put("ridge", candidate(0.97, -1.0, 0.3, 0.6));
        assertThat(statement(
                        card(1, 5087, candidates, scale(-3, 0.0004, 0.0032), interval(0.9, 4837, 0.901, 0.8, 0.5))))
                .contains("the best candidate (expanding mean) errs less than the random walk by 5.0 %");
    }

    @Test
    void nothingTried() {
        assertThat(statement(card(1, 5087, Map.of(), scale(-3, 0.0004, 0.0032), interval(0.9, 4837, 0.901, 0.8, 0.5))))
                .startsWith("Nothing but the random walk was tried on STX's next-session return. ");
    }

    @Test
    void tooFewOutcomes() {
        assertThat(statement(card(
                        1,
                        57,
                        Map.of("ridge", candidate(0.5, -9, 0.00001, 0.0001)),
                        scale(-3, 0.0004, 0.0032),
                        interval(0.9, 1, 1.0, 0.01, 0.01))))
                .isEqualTo(
                        "Whether STX's next-session return can be predicted cannot be said from 57 outcomes. It is too"
                                + " early to say whether HAR-P forecasts its volatility better than EWMA. The 90 %"
                                + " intervals covered 100.0 % of 1 outcome (too few to judge). These forecasts rest on 57 outcomes"
                                + " of its own over 1 session, and on the past of other companies: 60 survivors, US large"
                                + " caps.");
    }

    @Test
    void noOutcomesAtAll() {
        assertThat(Statement.of(STX, new AdjustedScorecards(List.of(), 0)))
                .isEqualTo(
                        "No forecast of STX has an outcome yet: nothing can be said about their skill. These forecasts rest on"
                                + " none of its own outcomes, and on the past of other companies: 60 survivors, US large caps.");
    }

    @Test
    void volatilityInEveryCase() {
        assertThat(volatility(scale(-1.8, 0.0716, 0.3)))
                .contains("HAR-P forecasts volatility better than EWMA, though not significantly (DM p = 0.0716).");
        assertThat(volatility(scale(1.8, 0.0716, 0.3)))
                .contains("HAR-P forecasts volatility worse than EWMA, though not significantly (DM p = 0.0716).");
        assertThat(volatility(scale(4, 0.0001, 0.001)))
                .contains("HAR-P forecasts volatility worse than EWMA, significantly so"
                        + " (DM p = 0.0001; adjusted for 8 comparisons: 0.001).");
        assertThat(volatility(new ScaleScorecard("ewma", Map.of("ewma", new ScaleScore(-6, null, null, null)))))
                .contains("Forecasts of its volatility were not compared with EWMA's.");
    }

    private static String volatility(ScaleScorecard scale) {
        return statement(card(
                1,
                5087,
                Map.of("ridge", candidate(1.002, 1.3, 0.19, 0.57)),
                scale,
                interval(0.9, 4837, 0.901, 0.8, 0.5)));
    }

    @Test
    void coverageInEveryCase() {
        assertThat(coverage(interval(0.9, 533, 0.852, 0.0007, 0.5)))
                .endsWith(" The 90 % intervals covered 85.2 % of 533 outcomes" + " (too narrow, Kupiec p = 0.0007).");
        assertThat(coverage(interval(0.9, 533, 0.95, 0.00001, 0.02)))
                .endsWith(" (too wide, Kupiec p < 0.0001; misses in clusters, Christoffersen p = 0.02).");
        assertThat(coverage(interval(0.9, 533, 0.88, 0.14, 0.5)))
                .endsWith("covered 88.0 % of 533 outcomes (below nominal, which may be chance, Kupiec p = 0.14).");
        assertThat(coverage(interval(0.9, 533, 0.9, 0.9, 0.0499999)))
                .endsWith("covered 90.0 % of 533 outcomes (misses in clusters, Christoffersen p = 0.0499).");
        assertThat(coverage(interval(0.8, 533, 0.9, 0.9, 0.5))).endsWith("The 90 % intervals have no outcomes yet.");
    }

    @Test
    void underCoverageOfLongerHorizonsIsSaid() {
        IntervalScore narrow = interval(0.9, 2000, 0.85, 0.0312, 0.4);
        IntervalScore low = interval(0.9, 502, 0.83, 0.26, 0.4);
        assertThat(statement(
                        card(1, 5087, candidate(1.002, 1.3, 0.19, 0.57)),
                        card(5, 2000, Map.of(), scale(-3, 0.0004, 0.0032), narrow),
                        card(21, 502, Map.of(), scale(-3, 0.0004, 0.0032), low)))
                .endsWith(" 85.0 % over 5 sessions (about 400 independent outcomes; too narrow, Kupiec p = 0.0312) and"
                        + " 83.0 % over 21 (about 23; below nominal, which may be chance,"
                        + " Kupiec p = 0.26).");
    }

    private static String coverage(IntervalScore interval) {
        return statement(
                card(1, 5087, Map.of("ridge", candidate(1.002, 1.3, 0.19, 0.57)), scale(-3, 0.0004, 0.0032), interval));
    }

    @Test
    void tailsThatArePassedTooOftenAreSaid() {
        assertThat(tails(1, tail(TailScore.Tail.LOWER, 0.99, 2000, 42, 0.0001, null)))
                .endsWith(" 4,837 outcomes. Falls beyond the 99 % value at risk came in 2.10 % of cases for the next"
                        + " session instead of 1 % (Kupiec p = 0.0001).");
        assertThat(tails(21, tail(TailScore.Tail.UPPER, 0.95, 513, 76, 0.042, null)))
                .endsWith(" Rises above the mirror image of the 95 % value at risk came in 14.81 % of cases over 21"
                        + " sessions instead of 5 % (Kupiec p = 0.042).");
        assertThat(tails(
                        1,
                        tail(
                                TailScore.Tail.LOWER,
                                0.99,
                                2000,
                                28,
                                0.09,
                                new TrafficLight(250, 11, TrafficLight.Zone.RED))))
                .endsWith(" The last 250 sessions had 11 losses beyond the 99 % value at risk instead of 2.5, which is"
                        + " in the red zone of Basel.");
    }

    @Test
    void tailsThatHoldOrArePassedTooSeldomAreNot() {
        assertThat(tails(
                        1,
                        tail(
                                TailScore.Tail.LOWER,
                                0.99,
                                2000,
                                28,
                                0.09,
                                new TrafficLight(250, 9, TrafficLight.Zone.YELLOW)),
                        tail(TailScore.Tail.UPPER, 0.99, 2000, 5, 0.001, null),
                        tail(TailScore.Tail.LOWER, 0.95, 99, 30, 0.0001, null)))
                .endsWith(" 4,837 outcomes.")
                .doesNotContain("value at risk");
    }

    private static String tails(int sessions, TailScore... tails) {
        HorizonScorecard next = card(1, 5087, candidate(1.002, 1.3, 0.19, 0.57));
        HorizonScorecard with = new HorizonScorecard(
                sessions,
                next.origins(),
                next.point(),
                next.scale(),
                sessions == 1 ? next.intervals() : List.of(),
                List.of(tails),
                null,
                null);
        return sessions == 1 ? statement(with) : statement(next, with);
    }

    private static TailScore tail(
            TailScore.Tail tail,
            double level,
            int outcomes,
            int violations,
            double kupiecP,
            @Nullable TrafficLight light) {
        return new TailScore(tail, level, outcomes, violations, (1 - level) * outcomes, kupiecP, 0.5, 0.5, light);
    }

    @Test
    void longerHorizons() {
        HorizonScorecard next = card(1, 5087, candidate(1.002, 1.3, 0.19, 0.57));
        HorizonScorecard week = card(5, 5083, candidate(1.01, 1.3, 0.19, 0.57));
        HorizonScorecard month = card(21, 5067, candidate(0.9, -4, 0.0001, 0.001));
        assertThat(statement(next, week, month))
                .contains(
                        "STX's 21-session return could be predicted to some degree: ridge regression errs less than the"
                                + " random walk by 10.0 % (DM")
                .startsWith("No evidence that the direction or size of STX's return over 1 or 5 sessions can be"
                        + " predicted: for the next session the best candidate (ridge regression) errs more than the"
                        + " random walk by 0.2 % (DM p = 0.19). STX's 21-session")
                .endsWith("The 90 % intervals covered 90.1 % of 4,837 outcomes, 90.1 % over 5 sessions (about 967"
                        + " independent outcomes) and 90.1 % over 21 (about 230).");
        assertThat(statement(next, week, card(21, 5067, candidate(0.9, -1, 0.3, 1))))
                .startsWith("No evidence that the direction or size of STX's return over 1, 5 or 21 sessions can be");
        assertThat(statement(month, next))
                .contains(" No candidate beats the random walk significantly over 1 session. Volatility");
        assertThat(statement(next, card(21, 99, candidate(0.9, -4, 0.0001, 0.001))))
                .contains(" There are too few outcomes to judge the candidates over 21 sessions. ");
    }

    /** STX's intervals over 21 sessions covered 89.8 % on the whole; that they held 59 % of 2008 stood nowhere. */
    @Test
    void whatACoverageOnTheWholeHidesIsSaid() {
        HorizonScorecard next = recorded(1, 0.000002, record(0.896, Map.of("2008", 0.858, "2009", 0.901)));
        HorizonScorecard week = recorded(5, 0.4, record(0.864, Map.of("2008", 0.775)));
        HorizonScorecard month = recorded(21, 0.0358, record(0.712, Map.of("2008", 0.593, "2025", 0.692)));
        assertThat(statement(next, week, month))
                .endsWith(" In their worst year they covered 85.8 % (2008), 77.5 % (2008) over 5 sessions and 59.3 %"
                        + " (2008) over 21. Of the last 250 outcomes they covered 89.6 %, 86.4 % over 5 sessions and"
                        + " 71.2 % over 21. Inside the intervals outcomes are not spread as forecast (KS p < 0.0001 and"
                        + " p = 0.0358 over 21 sessions).");
        assertThat(statement(recorded(1, 0.05, record(null, Map.of())))).endsWith("4,837 outcomes.");
        assertThat(statement(recorded(1, 0.05, null))).endsWith("4,837 outcomes.");
    }

    private static HorizonScorecard recorded(int sessions, double ksP, @Nullable CoverageRecord record) {
        HorizonScorecard card = card(sessions, 5087, candidate(1.002, 1.3, 0.19, 0.57));
        return new HorizonScorecard(
                sessions,
                card.origins(),
                card.point(),
                card.scale(),
                card.intervals(),
                List.of(),
                0.013,
                new UniformityTest(ksP),
                record);
    }

    private static CoverageRecord record(@Nullable Double last250, Map<String, Double> byYear) {
        SortedMap<String, CoverageShare> years = new TreeMap<>();
        byYear.forEach((year, value) -> years.put(year, share(252, value)));
        return new CoverageRecord(
                0.9, share(4837, 0.901), last250 == null ? null : share(250, last250), null, years, null);
    }

    private static CoverageShare share(int outcomes, double value) {
        return new CoverageShare(outcomes, new Proportion(value, value - 0.05, value + 0.05));
    }

    @Test
    void aRealScorecardReads() {
        List<HorizonScorecard> cards = Scorecards.of(
                Rows.of(1, 1500, 0, 1, new SplittableRandom(21)), Rows.session(0), Rows.session(5000), Map.of());
        assertThat(Statement.of(STX, Scorecards.withAdjustedP(cards)))
                .startsWith("No evidence that the direction or size of STX's next-session return can be predicted")
                .contains("Volatility is predictable")
                .contains(" of 1,500 outcomes");
    }

    private static String statement(HorizonScorecard... horizons) {
        return Statement.of(STX, new AdjustedScorecards(List.of(horizons), 8));
    }

    private static PointScore candidate(double rmseToZero, double statistic, double p, double adjusted) {
        return new PointScore(
                0.02,
                0.01,
                0.01,
                rmseToZero,
                1 - rmseToZero * rmseToZero,
                0,
                new Proportion(0.53, 0.515, 0.545),
                outcome(statistic, p, adjusted),
                null,
                null,
                null,
                WHOLE);
    }

    private static @Nullable TestOutcome outcome(double statistic, double p, double adjusted) {
        return Double.isNaN(p) ? null : new TestOutcome(statistic, p, adjusted);
    }

    private static ScaleScorecard scale(double statistic, double p, double adjusted) {
        Map<String, ScaleScore> candidates = new LinkedHashMap<>();
        candidates.put("ewma", new ScaleScore(-6.2, null, null, null));
        candidates.put("harPOwn", new ScaleScore(-6.3, outcome(statistic, p, adjusted), null, null));
        return new ScaleScorecard("harPOwn", candidates);
    }

    private static IntervalScore interval(
            double nominal, int outcomes, double coverage, double kupiecP, double christoffersenP) {
        return new IntervalScore(
                nominal,
                outcomes,
                coverage,
                0.1,
                kupiecP,
                christoffersenP,
                0.5,
                new TreeMap<>(),
                new Terciles(0.9, 0.9, 0.9));
    }

    private static HorizonScorecard card(int sessions, int outcomes, PointScore ridge) {
        return card(
                sessions,
                outcomes,
                Map.of("ridge", ridge),
                scale(-3, 0.0004, 0.0032),
                interval(0.9, 4837, 0.901, 0.8, 0.5));
    }

    private static HorizonScorecard card(
            int sessions, int outcomes, Map<String, PointScore> others, ScaleScorecard scale, IntervalScore interval) {
        Map<String, PointScore> candidates = new LinkedHashMap<>();
        candidates.put("zero", new PointScore(0.02, 0.01, 0.01, 1, 0, 0, null, null, null, null, null, WHOLE));
        candidates.putAll(others);
        boolean skill = others.values().stream().map(PointScore::dmVsZero).anyMatch(t -> t != null && t.better());
        return new HorizonScorecard(
                sessions,
                new OriginRange(LocalDate.of(2006, 1, 3), LocalDate.of(2026, 4, 23), outcomes),
                new PointScorecard("zero", candidates, skill ? Skill.SIGNIFICANT : Skill.NONE),
                scale,
                List.of(interval),
                List.of(),
                0.013,
                new UniformityTest(0.4));
    }
}
