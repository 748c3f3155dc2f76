package candor.forecasting.evaluation.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.candidate.Forecasts;
import candor.forecasting.evaluation.statement.Statement;
import candor.forecasting.market.Symbol;
import candor.forecasting.walkforward.BacktestRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StandstillTest {

    private static BacktestRow row(int t, double realised, double sigmaLogHar) {
        return new BacktestRow(
                Rows.session(t),
                Rows.session(t + 1),
                1,
                realised,
                Forecasts.of(Map.of("zero", 0.0, "mean", 0.0005, "ewma", 0.02, "harPOwn", sigmaLogHar)),
                sigmaLogHar,
                Rows.normal(sigmaLogHar));
    }

    private static List<BacktestRow> rows(double... outcomes) {
        List<BacktestRow> rows = new ArrayList<>();
        for (double outcome : outcomes) {
            rows.add(row(rows.size(), outcome, 0.02));
        }
        return rows;
    }

    @Test
    void fiveInARowAreOneAndFourAreNone() {
        List<BacktestRow> four = rows(0, 0, 0, 0, 1, 0, 0, 0, 0, -1, 0, 0, 0, 0);
        assertThat(Standstill.without(four)).isEqualTo(four);
        List<BacktestRow> five = rows(0, 0, 0, 0, 0, 1, 0, 2, 0, 0, 0, 0, 0, 0);
        assertThat(Standstill.without(five)).isEqualTo(five.subList(5, 8));
        assertThat(Standstill.without(rows(0, 0, 0, 0, 0))).isEmpty();
        assertThat(Standstill.without(List.of())).isEmpty();
    }

    /** A feed that repeats its last price, and a forecast of nothing that is right there. */
    private static List<BacktestRow> frozen(int moving, int still) {
        SplittableRandom random = new SplittableRandom(5);
        List<BacktestRow> rows = new ArrayList<>();
        for (int t = 0; t < moving; t++) {
            rows.add(row(t, 0.02 * random.nextGaussian(), 0.02 * (1 + 0.01 * random.nextGaussian())));
        }
        for (int t = moving; t < moving + still; t++) {
            rows.add(row(t, 0, 1e-4));
        }
        return rows;
    }

    private static String statement(List<BacktestRow> rows) {
        return Statement.of(
                new Symbol("STX"),
                Scorecards.withAdjustedP(Scorecards.of(rows, Rows.session(0), Rows.session(9999), Map.of())));
    }

    @Test
    void noSkillIsClaimedOfAFrozenPrice() {
        assertThat(statement(frozen(300, 30)))
                .contains("Whether its volatility can be predicted cannot be said: in 30 of 330 outcomes the price did"
                        + " not move for 5 sessions or more in a row.")
                .doesNotContain("Volatility is predictable");
    }

    @Test
    void aFewFrozenOutcomesAreLeftOutAndNamed() {
        List<BacktestRow> rows = frozen(2000, 30);
        assertThat(statement(rows))
                .contains("than EWMA, though not significantly")
                .contains("This comparison leaves out 30 outcomes in which the price did not move for 5 sessions or"
                        + " more in a row.")
                .doesNotContain("Volatility is predictable");
        ScaleScorecard with = ScaleScoring.of(rows, "harPOwn");
        ScaleScorecard without = ScaleScoring.of(rows.subList(0, 2000), "harPOwn");
        assertThat(with.standstill()).isEqualTo(30);
        assertThat(without.standstill()).isNull();
        assertThat(with.candidates()).isEqualTo(without.candidates());
    }

    @Test
    void aVarianceOfNothingIsNoForecast() {
        List<BacktestRow> rows = new ArrayList<>(frozen(200, 0));
        rows.add(row(200, 0.01, 0));
        assertThat(ScaleScoring.of(rows, "harPOwn").candidates().get("harPOwn"))
                .isEqualTo(ScaleScoring.of(rows.subList(0, 200), "harPOwn")
                        .candidates()
                        .get("harPOwn"));
    }
}
