package candor.pipeline.stage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** The stages in the order of the pipeline; Features and Explore run side by side. */
public enum StageName {
    INGEST,
    CLEAN,
    FEATURES,
    EXPLORE,
    TRAIN,
    EVALUATE,
    PROMOTE,
    FORECAST,
    REPORT,
    MONITOR;

    /** The stage's one word in keys, files and requests, as in {@code train}. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stage of that key; throws IllegalArgumentException that lists the stages. */
    @JsonCreator
    public static StageName of(String key) {
        return Arrays.stream(values())
                .filter(stage -> stage.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown stage: '" + key + "'; the stages are "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(StageName::key).toList())));
    }
}
