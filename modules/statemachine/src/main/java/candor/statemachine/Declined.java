package candor.statemachine;

/**
 * Nobody will wait so long: the execution ends as ABORTED, and a redrive continues it. Unlike an interrupt this stops one
 * execution only: if it is a child of a Distributed Map, the others go on.
 */
public final class Declined extends InterruptedException {

    public Declined(String reason) {
        super(reason);
    }
}
