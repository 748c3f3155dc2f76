package candor.benchmarks.young;

import java.util.Locale;

/**
 * How the intervals of one horizon held at one age, over all symbols that were cut.
 *
 * @param sessions the horizon
 * @param age bars before the origin
 * @param outcomes of all symbols
 * @param coverage90 of the 90 % intervals
 * @param coverage99 of the 99 % intervals
 * @param scoreToWhole90 mean over the symbols of the 90 % score, over that of the same origins with the whole history
 * @param scoreToWhole99 the same of the 99 % score
 */
record YoungFigures(
        int sessions,
        String age,
        int outcomes,
        double coverage90,
        double coverage99,
        double scoreToWhole90,
        double scoreToWhole99) {

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%8d  %8s  %8d    %.4f     %.4f     %.4f     %.4f",
                sessions,
                age,
                outcomes,
                coverage90,
                coverage99,
                scoreToWhole90,
                scoreToWhole99);
    }
}
