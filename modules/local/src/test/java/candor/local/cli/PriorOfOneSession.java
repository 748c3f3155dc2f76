package candor.local.cli;

import candor.forecasting.harp.ShippedPrior;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the text of the prior that ships says of one session ahead, read line by line.
 *
 * @param date of the version in force
 * @param level its k0
 * @param scores90 its scores of the 90 % interval
 */
record PriorOfOneSession(String date, double level, List<Double> scores90) {

    private static final int THIRD_LEVEL = 2;

    /** The latest version up to a session. */
    static PriorOfOneSession of(String session) {
        List<String> lines = new String(ShippedPrior.text(), StandardCharsets.UTF_8)
                .lines()
                .dropWhile(line -> !line.equals("horizon 1"))
                .takeWhile(line -> !line.equals("horizon 5"))
                .toList();
        String date = "";
        double level = Double.NaN;
        List<List<Double>> scores = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("version ") && line.substring(8).compareTo(session) > 0) {
                break;
            }
            if (line.startsWith("version ")) {
                date = line.substring(8);
                scores.clear();
            } else if (line.startsWith("level ")) {
                level = Double.parseDouble(line.substring(6));
            } else if (line.startsWith("scores ")) {
                scores.add(line.equals("scores as before") ? scores.getLast() : numbers(line.substring(7)));
            }
        }
        return new PriorOfOneSession(date, level, scores.get(THIRD_LEVEL));
    }

    private static List<Double> numbers(String line) {
        return Arrays.stream(line.split(" ", -1)).map(Double::valueOf).toList();
    }
}
