package candor.pipeline.stage;

import candor.forecasting.feature.FeatureTable;
import candor.forecasting.feature.Features;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.text.Figures;
import java.util.List;
import java.util.stream.IntStream;

/** Why no session of a history has all features though it is long enough for them, and what to do. */
record NoCompleteRow(PriceHistory history, FeatureTable table) {

    /** The longest window, and the close before it. */
    private static final int SESSIONS_NEEDED = 253;

    /** Whether no part of the history is as long as features look back: there are forecasts without them. */
    boolean isYoung() {
        return longest() < SESSIONS_NEEDED;
    }

    String message() {
        String cause = "no session has all features: ";
        List<String> nowhere = nowhere();
        if (nowhere.isEmpty()) {
            return cause + "each lacks one or another of them; " + silent()
                    + " have no volume; supply the missing values";
        }
        return cause + String.join(", ", nowhere) + (nowhere.size() == 1 ? " is" : " are") + " defined at none; "
                + (Features.OF_VOLUME.containsAll(nowhere)
                        ? silent() + " have no volume; supply their volumes, or leave the column of volumes empty to do"
                                + " without features of volume"
                        : "check whether the prices move at all");
    }

    /** Sessions of the longest unbroken part. */
    private int longest() {
        return IntStream.range(0, history.size())
                .map(session -> session - history.unbrokenFrom(session) + 1)
                .max()
                .orElse(0);
    }

    private List<String> nowhere() {
        return IntStream.range(0, table.names().size())
                .filter(column ->
                        IntStream.range(0, table.size()).noneMatch(row -> Double.isFinite(table.value(row, column))))
                .mapToObj(table.names()::get)
                .toList();
    }

    private String silent() {
        long silent = IntStream.range(0, history.size())
                .filter(session -> history.volume(session) == 0)
                .count();
        return Figures.count(silent) + " of " + Figures.count(history.size(), "session");
    }
}
