package candor.forecasting.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.explanation.Explanation;
import candor.forecasting.explanation.TreeShap;
import candor.forecasting.learning.BoostedTrees;
import candor.forecasting.learning.BoostingSettings;
import candor.forecasting.smile.SmileBoosting.Fit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import smile.data.Tuple;

/** Our own TreeSHAP against Smile's, which gives the mean over the trees without shrinkage. */
class SmileShapTest {

    private static final int WIDTH = 5;

    @Test
    void sharesEqualSmiles() {
        SplittableRandom random = new SplittableRandom(20260424);
        List<double[]> rows = new ArrayList<>();
        List<Double> targets = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            double[] row = random.doubles(WIDTH).toArray();
            rows.add(row);
            targets.add(row[0] * row[1] + Math.abs(row[2] - 0.5) + 0.1 * random.nextGaussian());
        }
        BoostingSettings settings = new BoostingSettings(40, 4, 10, 0.1, 0.7, 252, 7);
        List<String> names = IntStream.range(0, WIDTH).mapToObj(i -> "x" + i).toList();
        Fit fit = SmileBoosting.fitBoth(names, rows, targets, settings, LocalDate.of(2024, 3, 8));
        for (double[] row : rows) {
            compare(fit, row);
        }
    }

    private static void compare(Fit fit, double[] row) {
        BoostedTrees own = fit.own();
        Explanation got = TreeShap.of(own, row);
        double[] smile =
                fit.smile().shap(Tuple.of(fit.smile().schema(), own.scaler().apply(row)));
        for (int j = 0; j < WIDTH; j++) {
            double want = smile[j] * own.trees().size() * own.shrinkage();
            assertThat(got.contributions().get(j).contribution()).isCloseTo(want, within(1e-10));
        }
        assertThat(got.total()).isCloseTo(own.forecast(row), within(1e-12));
    }
}
