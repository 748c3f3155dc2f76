package candor.statemachine;

import candor.statemachine.definition.ErrorNames;
import candor.statemachine.definition.ToleratedFailures;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Counts the items that failed against those that may. Safe for several threads. */
final class FailureTally {

    /** How many items may fail; where neither is there, none. */
    record Limits(@Nullable Long count, @Nullable Double percentage) {

        /** Throws a StateFailed of States.Runtime where a value is out of its bounds, as AWS was recorded to do. */
        static Limits of(Visit visit, ToleratedFailures tolerated) throws StateFailed {
            Long count = tolerated.count() == null
                    ? null
                    : visit.evaluateWhole(tolerated.count(), Long.MIN_VALUE, Long.MAX_VALUE);
            if (count != null && count < 0) {
                throw new StateFailed(ErrorNames.RUNTIME, "ToleratedFailureCount cannot be negative.");
            }
            return new Limits(count, percentage(visit, tolerated));
        }

        private static @Nullable Double percentage(Visit visit, ToleratedFailures tolerated) throws StateFailed {
            if (tolerated.percentage() == null) {
                return null;
            }
            JsonNode value = visit.evaluate(tolerated.percentage(), Map.of());
            if (!value.isNumber()) {
                throw visit.evaluationFailed(
                        "ToleratedFailurePercentage",
                        "The field 'ToleratedFailurePercentage' must give a number, not " + value);
            }
            double percentage = value.doubleValue();
            if (!(percentage >= 0 && percentage <= 100)) {
                throw new StateFailed(ErrorNames.RUNTIME, "ToleratedFailurePercentage must be between 0 and 100.");
            }
            return percentage;
        }

        boolean allow(long failed, long total) {
            if (count == null && percentage == null) {
                return failed == 0;
            }
            return (count == null || failed <= count) && (percentage == null || 100.0 * failed <= percentage * total);
        }
    }

    private final Limits limits;
    private final long total;
    private long failed;

    /** @param total of the Map run's items, those included that a redrive does not run again */
    FailureTally(Limits limits, long total) {
        this.limits = limits;
        this.total = total;
    }

    /** Throws a StateFailed of States.ExceedToleratedFailureThreshold where that is more than may fail. */
    synchronized void failed(int items) throws StateFailed {
        failed += items;
        if (!limits.allow(failed, total)) {
            throw new StateFailed(ErrorNames.TOLERANCE, "The specified tolerated failure threshold was exceeded");
        }
    }
}
