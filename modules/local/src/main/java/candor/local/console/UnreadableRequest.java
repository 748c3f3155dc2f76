package candor.local.console;

/** A request that is not read any further; the message says why, and what to send. */
final class UnreadableRequest extends Exception {

    private final int status;

    UnreadableRequest(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
