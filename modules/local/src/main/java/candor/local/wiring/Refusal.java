package candor.local.wiring;

/** Bad usage or bad input: the message names what is wrong, the value and the remedy. Exit status 2. */
public final class Refusal extends RuntimeException {

    public Refusal(String message) {
        super(message);
    }

    public Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}
