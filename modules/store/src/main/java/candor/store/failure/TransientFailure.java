package candor.store.failure;

/** A failure that may be gone when the same work is tried again later. */
public abstract sealed class TransientFailure extends PipelineFailure
        permits StoreUnavailable, LedgerUnavailable, MetricsUnavailable, ProviderUnavailable, RateLimited {

    protected TransientFailure(String message) {
        super(message);
    }

    protected TransientFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
