package candor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A function's Timeout is at least twice what was seen of it: its start, by benchmarks/cold-start, and a stage's longest
 * work, a first run over 23 years, by tools/cost, both in seconds of one core.
 */
class ObservedTimesTest {

    /** Lambda's memory that goes with one core. */
    private static final double CORE_MEGABYTES = 1769;

    private final Map<String, Object> starts =
            Template.map(Template.yaml("benchmarks/results/cold-start.json"), "functions");
    private final Map<String, Object> work = Template.map(Template.yaml("benchmarks/results/stages.json"), "stages");

    @Test
    void everyFunctionHasTwiceTheTimeThatItTook() {
        Template template = Template.read();
        assertThat(template.functions()).hasSizeGreaterThan(12);
        for (String function : template.functions().keySet()) {
            assertThat((double) template.timeoutSeconds(function))
                    .as("Timeout of %s", function)
                    .isGreaterThanOrEqualTo(2 * seconds(nameOf(function)));
        }
    }

    @Test
    void everyStagesWorkWasMeasured() {
        assertThat(work.keySet()).hasSize(10).isSubsetOf(starts.keySet());
    }

    private double seconds(String name) {
        Map<String, Object> start = Template.map(starts, name);
        double core = number(start.get("coldCpu")) + number(work.getOrDefault(name, 0));
        return core * Math.max(1, CORE_MEGABYTES / number(start.get("memoryMegabytes")));
    }

    private static double number(@Nullable Object value) {
        return Double.parseDouble(String.valueOf(value));
    }

    /** As its folder is called: RecordFailureFunction is record-failure. */
    private static String nameOf(String function) {
        return function.replaceFirst("Function$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
