package candor.forecasting.walkforward;

/** Told how far long work has come. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (done, total) -> {};

    /**
     * @param done items finished, 1..total, ascending
     * @param total items in all
     */
    void step(int done, int total);
}
