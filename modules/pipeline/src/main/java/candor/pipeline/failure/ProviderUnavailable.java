package candor.pipeline.failure;

/** The source of the bars did not answer or failed on its side. */
public final class ProviderUnavailable extends TransientFailure {

    public ProviderUnavailable(String message) {
        super(message);
    }

    public ProviderUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
