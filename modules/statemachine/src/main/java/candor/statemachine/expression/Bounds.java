package candor.statemachine.expression;

import com.dashjoin.jsonata.Jsonata;
import java.time.InstantSource;

/** What one evaluation may take, so that an expression without end ends: sound ones take some dozens of steps. */
final class Bounds {

    /** Parts of an expression that are evaluated, each time that they are. */
    static final int MOST_STEPS = 1_000_000;

    /** Parts inside each other, those of called functions included. */
    static final int DEEPEST = 500;

    /** For steps that are long by themselves; the clock is looked at between steps. */
    static final long LONGEST_MILLIS = 10_000;

    private static final int STEPS_BETWEEN_LOOKS = 1024;

    private final InstantSource clock;
    private final long started;
    private int steps;
    private int depth;

    private Bounds(InstantSource clock) {
        this.clock = clock;
        this.started = clock.millis();
    }

    /** Has an evaluation in the frame fail with an IllegalStateException at the first bound that it passes. */
    static void bind(Jsonata.Frame frame, InstantSource clock) {
        Bounds bounds = new Bounds(clock);
        frame.setEvaluateEntryCallback((part, input, inner) -> bounds.enter());
        frame.setEvaluateExitCallback((part, input, inner, result) -> bounds.depth--);
    }

    private void enter() {
        steps++;
        depth++;
        if (steps > MOST_STEPS) {
            throw new IllegalStateException("took more than " + MOST_STEPS + " steps; it may have no end");
        }
        if (depth > DEEPEST) {
            throw new IllegalStateException("is nested more than " + DEEPEST + " deep; it may have no end");
        }
        if (steps % STEPS_BETWEEN_LOOKS == 0 && clock.millis() - started > LONGEST_MILLIS) {
            throw new IllegalStateException("took more than " + LONGEST_MILLIS + " ms; it may have no end");
        }
    }
}
