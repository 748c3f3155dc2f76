// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.wiring;

import candor.forecasting.market.Symbol;
import candor.forecasting.text.Figures;
import candor.pipeline.universe.SymbolForecast;
import candor.pipeline.universe.SymbolOutcome;
import candor.statemachine.history.EventType;
import candor.statemachine.history.HistoryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a list has come: a line for each symbol that has ended, and on a terminal a line that moves, with what is
 * running and the time that is left.
 */
final class ListProgress {

    private static final Duration REFRESH = Duration.ofMillis(200);

    private final Surroundings surroundings;
    private final int total;
    private final Instant began;
    private final List<Slot> slots = new ArrayList<>();
    private int done;
    private Instant lastShown = Instant.EPOCH;
    private boolean lineOpen;

    ListProgress(Surroundings surroundings, int total) {
        this.surroundings = surroundings;
        this.total = total;
        this.began = surroundings.clock().instant();
    }

    /** For one more worker. */
    synchronized Slot slot() {
        Slot slot = new Slot();
        slots.add(slot);
        return slot;
    }

    /** What one worker is doing. */
    final class Slot implements RunListener {

        private @Nullable Symbol symbol;
        private String state = "";
        private Instant since = Instant.EPOCH;

        void begins(Symbol next) {
            synchronized (ListProgress.this) {
                symbol = next;
                state = "";
                since = surroundings.clock().instant();
                show();
            }
        }

        void ends(SymbolOutcome outcome) {
            synchronized (ListProgress.this) {
                symbol = null;
                done++;
                line(String.format(
                        Locale.ROOT,
                        "  %" + (2 * String.valueOf(total).length() + 1) + "s  %-8s %9s  %s",
                        done + "/" + total,
                        outcome.symbol(),
                        Figures.duration(
                                Duration.between(since, surroundings.clock().instant())),
                        words(outcome)));
                show();
            }
        }

        @Override
        public void started(String execution) {
            // The table at the end names it where somebody needs it.
        }

        @Override
        public void note(String text) {
            synchronized (ListProgress.this) {
                line("  note      " + (symbol == null ? "" : symbol + ": ") + text);
            }
        }

        @Override
        public void onEvent(String execution, HistoryEvent event) {
            if (event.type() == EventType.TASK_STATE_ENTERED) {
                synchronized (ListProgress.this) {
                    state = event.state().orElse("");
                    show();
                }
            }
        }

        @Override
        public void step(int steps, int all) {
            synchronized (ListProgress.this) {
                Instant now = surroundings.clock().instant();
                if (Duration.between(lastShown, now).compareTo(REFRESH) >= 0) {
                    state = "Evaluate " + Figures.percent((double) steps / all);
                    show();
                }
            }
        }
    }

    private static String words(SymbolOutcome outcome) {
        return switch (outcome.status()) {
            case DONE -> done(Objects.requireNonNull(outcome.forecast()));
            case NOTHING_TO_DO -> "nothing to do: " + outcome.reason();
            case FAILED -> "failed: " + outcome.reason();
            case WAITING -> "waits for a person: " + outcome.reason();
            case NOT_STARTED -> "not started: " + outcome.reason();
        };
    }

    private static String done(SymbolForecast forecast) {
        return forecast.asOf() + "  90 % of " + forecast.target() + ": " + Figures.price(forecast.low90()) + " to "
                + Figures.price(forecast.high90());
    }

    private void line(String text) {
        if (lineOpen) {
            surroundings.err().print("\r\u001b[K");
            lineOpen = false;
        }
        surroundings.err().println(text);
    }

    private void show() {
        if (!surroundings.terminal() || done == total) {
            return;
        }
        lastShown = surroundings.clock().instant();
        String running = slots.stream()
                .filter(slot -> slot.symbol != null)
                .map(slot -> slot.symbol + " " + slot.state)
                .collect(Collectors.joining(", "));
        surroundings.err().print("\r\u001b[K  " + done + " of " + total + "; " + running + left());
        surroundings.err().flush();
        lineOpen = true;
    }

    private String left() {
        return done == 0
                ? ""
                : "; "
                        + Figures.duration(Duration.between(began, lastShown)
                                .multipliedBy(total - done)
                                .dividedBy(done))
                        + " left";
    }
}
