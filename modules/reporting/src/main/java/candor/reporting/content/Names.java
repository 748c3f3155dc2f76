package candor.reporting.content;

import candor.reporting.document.Block.Column;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What things are called in front of a reader. */
final class Names {

    private static final Map<String, String> CANDIDATES = Map.of(
            "zero", "zero (random walk)",
            "mean", "expanding mean",
            "ridge", "ridge regression",
            "boosting", "gradient boosting",
            "average", "average of the means",
            "ewma", "EWMA",
            "garch", "GARCH(1,1)",
            "logHarL", "log-HAR-L");

    private Names() {}

    /** A candidate's name in words; its own where there are none. */
    static String candidate(String name) {
        return CANDIDATES.getOrDefault(name, name);
    }

    /** A model such as {@code zero + logHarL} in words, short enough for a cell. */
    static String model(String candidates) {
        return Arrays.stream(candidates.split(" \\+ ", -1))
                .map(name -> name.equals("zero") ? name : candidate(name))
                .collect(Collectors.joining(" + "));
    }

    static String sessions(int horizon) {
        return horizon == 1 ? "1\u00a0session" : horizon + "\u00a0sessions";
    }

    static Column words(String header) {
        return new Column(header, false);
    }

    static Column number(String header) {
        return new Column(header, true);
    }
}
