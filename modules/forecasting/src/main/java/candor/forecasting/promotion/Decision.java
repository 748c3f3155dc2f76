package candor.forecasting.promotion;

import candor.forecasting.walkforward.Champion;
import java.util.List;

/** What the gate decides at one horizon. */
public sealed interface Decision {

    /** The horizon, sessions. */
    int sessions();

    /** Who forecasts from now on. */
    Champion champion();

    /** All comparisons made, in the order of the methods. */
    List<Challenge> challenges();

    /** Nobody was better beyond doubt. */
    record Retained(int sessions, Champion champion, List<Challenge> challenges) implements Decision {

        public Retained {
            challenges = List.copyOf(challenges);
        }
    }

    /**
     * A challenger has won.
     *
     * @param before who was in service
     * @param by the comparison that decided
     */
    record Promoted(int sessions, Champion before, Challenge by, List<Challenge> challenges) implements Decision {

        public Promoted {
            challenges = List.copyOf(challenges);
        }

        @Override
        public Champion champion() {
            return by.challenger();
        }
    }
}
