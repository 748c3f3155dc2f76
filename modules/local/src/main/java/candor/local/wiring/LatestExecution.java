package candor.local.wiring;

import candor.statemachine.history.Executions;

/** The execution that a command is about where none is named. */
public final class LatestExecution {

    private LatestExecution() {}

    /**
     * The name of the one that was started last; a {@link Refusal} where there is none, or where a damaged history leaves open
     * which one it is.
     */
    public static String in(Home home) {
        Executions.Listing listing = home.executions().list();
        if (!listing.unreadable().isEmpty()) {
            throw new Refusal("which execution is the latest cannot be said, for one is damaged: "
                    + listing.unreadable().getFirst()
                    + "; name the one that is meant, as './candor executions' lists them");
        }
        if (listing.executions().isEmpty()) {
            throw new Refusal("no execution in " + home.root() + " yet; start one with ./candor run");
        }
        return listing.executions().getFirst().name();
    }
}
