package candor.serving.api;

/** A request that is not read any further, wherever it came in; the message says why, and what to send. */
public final class UnreadableRequest extends Exception {

    private final int status;

    /**
     * @param status of the answer: 400 to 499, or 503
     * @param message what is wrong, and the remedy
     */
    public UnreadableRequest(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** What is wrong, and the remedy. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** The same for every request that is answered with this status. */
    public String title() {
        return switch (status) {
            case 400 -> "Bad request";
            case 413 -> "Content too large";
            case 414 -> "Address too long";
            case 503 -> "Service unavailable";
            default -> "Rejected";
        };
    }
}
