// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.smile;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.boosting.Boosting;
import candor.forecasting.learning.BoostedTrees;
import candor.forecasting.learning.BoostingSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Our own boosting errs as Smile's does on rows that neither has seen, to 1 % of the root mean squared error. */
class BoostingBesideSmileTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 8);
    private static final int ROWS = 3000;

    @Test
    void errsAsMuchOnNewRows() {
        List<String> names = IntStream.range(0, 8).mapToObj(i -> "x" + i).toList();
        double own = 0;
        double smile = 0;
        for (long seed = 1; seed <= 6; seed++) {
            List<double[]> rows = new ArrayList<>();
            List<Double> targets = new ArrayList<>();
            sample(new SplittableRandom(seed), rows, targets);
            List<double[]> seen = rows.subList(0, ROWS / 2);
            List<Double> learnt = targets.subList(0, ROWS / 2);
            BoostingSettings settings = new BoostingSettings(50, 3, 50, 0.1, 0.5, 252, seed);
            own += error(Boosting.fit(names, seen, learnt, settings, DAY), rows, targets);
            smile += error(SmileBoosting.fit(names, seen, learnt, settings, DAY), rows, targets);
        }
        assertThat(own / smile).isBetween(0.99, 1.01);
    }

    private static void sample(SplittableRandom random, List<double[]> rows, List<Double> targets) {
        for (int i = 0; i < ROWS; i++) {
            double[] row = random.doubles(8, -1, 1).toArray();
            rows.add(row);
            targets.add(row[0] * row[1] + Math.abs(row[2]) + (row[3] > 0.3 ? 0.5 : 0) + 0.5 * random.nextGaussian());
        }
    }

    private static double error(BoostedTrees trees, List<double[]> rows, List<Double> targets) {
        double sum = 0;
        for (int i = ROWS / 2; i < ROWS; i++) {
            double error = targets.get(i) - trees.forecast(rows.get(i));
            sum += error * error;
        }
        return Math.sqrt(sum / (ROWS - ROWS / 2));
    }
}
