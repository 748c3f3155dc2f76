package candor.store.failure;

/** The source of the bars did not answer or failed on its side. For sources that ask over the network; a file never does. */
public final class ProviderUnavailable extends TransientFailure {

    public ProviderUnavailable(String message) {
        super(message);
    }

    public ProviderUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
