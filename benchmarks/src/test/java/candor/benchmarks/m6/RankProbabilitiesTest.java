package candor.benchmarks.m6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import candor.benchmarks.m6.OneFactor.Correlations;
import candor.forecasting.fixture.SharedFiles;
import candor.forecasting.synthetic.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankProbabilitiesTest {

    private static final Correlations SETTING = new Correlations(0.97, 0.5);
    private static final int ASSETS = 10;

    @Test
    void probabilitiesAddUpToOneForAssetsAndForQuintiles() {
        double[][] probabilities = RankProbabilities.of(model(1), RankProbabilities.STEP);
        double[] byQuintile = new double[Quintiles.COUNT];
        for (double[] each : probabilities) {
            assertThat(Arrays.stream(each).sum()).isEqualTo(1, within(1e-6));
            for (int k = 0; k < byQuintile.length; k++) {
                byQuintile[k] += each[k];
            }
        }
        // A fifth of the assets is in each quintile, whatever happens.
        for (double sum : byQuintile) {
            assertThat(sum).isEqualTo(ASSETS / 5.0, within(1e-3));
        }
    }

    @Test
    void theyAreThoseOfDraws() {
        OneFactor model = model(2);
        double[][] exact = RankProbabilities.of(model, RankProbabilities.STEP);
        int draws = 40_000;
        double[][] drawn = new double[ASSETS][Quintiles.COUNT];
        RandomStream random = new RandomStream(7, 0);
        for (int n = 0; n < draws; n++) {
            double factor = random.gaussian();
            double[] returns = new double[ASSETS];
            for (int i = 0; i < ASSETS; i++) {
                returns[i] = model.level(i, factor) + model.rest(i) * random.gaussian();
            }
            double[][] places = Quintiles.realised(returns);
            for (int i = 0; i < ASSETS; i++) {
                for (int k = 0; k < Quintiles.COUNT; k++) {
                    drawn[i][k] += places[i][k] / draws;
                }
            }
        }
        for (int i = 0; i < ASSETS; i++) {
            for (int k = 0; k < Quintiles.COUNT; k++) {
                assertThat(exact[i][k]).isEqualTo(drawn[i][k], within(5 * 0.5 / Math.sqrt(draws)));
            }
        }
    }

    @Test
    void aFinerStepChangesTheScoreByLessThanAHundredThousandth() {
        Competition competition = new Competition(AssetPrices.read(SharedFiles.require("data/m6/assets_m6.csv")));
        double coarse = competition.score(10, SETTING, RankProbabilities.STEP).score();
        double fine = competition.score(10, SETTING, RankProbabilities.STEP / 2).score();
        assertThat(fine).isEqualTo(coarse, within(1e-5));
        assertThat(competition.score(10, SETTING, RankProbabilities.STEP).equalChances())
                .isEqualTo(0.16, within(1e-12));
    }

    /** Returns of ten assets with one factor, the calmest with a fifth of the wildest one's deviation. */
    private static OneFactor model(long seed) {
        List<double[]> returns = new ArrayList<>();
        for (int t = 0; t < 60; t++) {
            RandomStream random = new RandomStream(seed, t);
            double factor = random.gaussian();
            double[] day = new double[ASSETS];
            for (int i = 0; i < ASSETS; i++) {
                day[i] = 0.004 * (i + 2) * (0.6 * factor + 0.8 * random.gaussian());
            }
            returns.add(day);
        }
        return OneFactor.estimate(returns, SETTING);
    }
}
