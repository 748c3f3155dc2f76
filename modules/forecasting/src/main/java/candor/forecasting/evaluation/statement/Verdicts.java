// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.evaluation.statement;

import candor.forecasting.evaluation.scorecard.IntervalScore;
import candor.forecasting.evaluation.scorecard.TailScore;
import candor.forecasting.evaluation.test.LjungBox;
import candor.forecasting.evaluation.test.TestOutcome;
import candor.forecasting.evaluation.test.TrafficLight;
import candor.forecasting.evaluation.test.UniformityTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a test found, in a few words that stand beside its p-value: no reader has to know which of them are small. Every
 * test is read at a level of 5 %.
 */
public final class Verdicts {

    /** Below it a test speaks against what it tests. */
    public static final double LEVEL = 0.05;

    private static final String HELD = "held";
    private static final String TOO_FEW = "too few to judge";

    private Verdicts() {}

    /** Of an interval: whether it holds as many outcomes as it should, and whether misses come one by one. */
    public static String of(IntervalScore score) {
        if (score.outcomes() < Statement.LEAST_OUTCOMES) {
            return TOO_FEW;
        }
        List<String> failed = new ArrayList<>();
        if (score.kupiecP() < LEVEL) {
            failed.add(score.coverage() < score.nominal() ? "too narrow" : "too wide");
        }
        if (score.christoffersenP() < LEVEL) {
            failed.add("misses in clusters");
        }
        return joined(failed);
    }

    /** Of an end of the distribution: whether it was passed as often as it should, and whether one by one. */
    public static String of(TailScore tail) {
        if (tail.outcomes() < Statement.LEAST_OUTCOMES) {
            return TOO_FEW;
        }
        List<String> failed = new ArrayList<>();
        if (tail.kupiecP() < LEVEL) {
            failed.add(tail.violations() > tail.expected() ? "passed too often" : "passed too seldom");
        }
        if (tail.christoffersenP() < LEVEL) {
            failed.add("in clusters");
        } else if (failed.isEmpty() && tail.conditionalCoverageP() < LEVEL) {
            failed.add("count and clusters together fail");
        }
        TrafficLight light = tail.trafficLight();
        if (light != null && light.zone() != TrafficLight.Zone.GREEN) {
            failed.add(light.zone() + " zone");
        }
        return joined(failed);
    }

    /** Of the whole distribution: whether outcomes fall evenly over it. */
    public static String of(UniformityTest test) {
        return test.ksP() < LEVEL ? "outcomes are not spread as forecast" : HELD;
    }

    /** Of what a variance forecast leaves: whether squared returns over it still come in clusters. */
    public static String of(LjungBox test) {
        return test.p() < LEVEL ? "clusters left unforeseen" : HELD;
    }

    /**
     * Of a candidate beside its benchmark, by the adjusted p-value where there is one.
     *
     * @param test null where there was nothing to compare
     */
    public static String of(@Nullable TestOutcome test) {
        if (test == null) {
            return "";
        }
        if (test.better()) {
            return "better";
        }
        return test.significant() ? "worse" : "may be chance";
    }

    private static String joined(List<String> failed) {
        return failed.isEmpty() ? HELD : String.join(", ", failed);
    }
}
