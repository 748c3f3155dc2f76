package candor.forecasting.harp;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Priors of plain numbers: tomorrow's log variance is today's mean of the month, scores are those of a half normal. */
final class SmallPrior {

    static final List<Double> LEVELS = List.of(0.5, 0.9, 0.99);
    private static final int MONTH = OwnRegressors.NAMES.indexOf("lv22");

    private SmallPrior() {}

    static Prior of(int horizon, PriorVersion... versions) {
        return new Prior(horizon, new Prior.Weights(2000, 500, 1000), LEVELS, List.of(versions));
    }

    /** @param constant of the regression; 0 is right */
    static PriorVersion version(String date, double constant) {
        int width = OwnRegressors.NAMES.size();
        List<List<Double>> gram = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            List<Double> row = new ArrayList<>(Collections.nCopies(i + 1, 0.0));
            row.set(i, i == 0 ? 1.0 : 0.25);
            gram.add(row);
        }
        List<Double> coefficients = new ArrayList<>(Collections.nCopies(width, 0.0));
        coefficients.set(0, constant);
        coefficients.set(MONTH, 1.0);
        List<Double> scores = IntStream.rangeClosed(1, PriorVersion.SCORES)
                .mapToObj(i -> i / 128.0)
                .toList();
        return new PriorVersion(
                LocalDate.parse(date),
                gram,
                coefficients,
                1.5,
                List.of(-0.0625, -0.0625, 0.0),
                List.of(
                        scores,
                        scores,
                        IntStream.rangeClosed(1, PriorVersion.SCORES)
                                .mapToObj(i -> i / 64.0)
                                .toList()));
    }
}
