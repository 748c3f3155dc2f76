package candor.local.wiring;

/** Bad usage or bad input: the message names what is wrong, the value and the remedy. Exit status 2. */
public final class CommandRejected extends RuntimeException {

    public CommandRejected(String message) {
        super(message);
    }

    public CommandRejected(String message, Throwable cause) {
        super(message, cause);
    }
}
