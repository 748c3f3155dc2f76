package candor.local.cli;

/** Bad usage or bad input: the message names what is wrong, the value and the remedy. Exit status 2. */
final class Refusal extends RuntimeException {

    Refusal(String message) {
        super(message);
    }

    Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}
