package candor.forecasting.learning;

/** A candidate's fit has no unique or no finite solution on the rows that it was given. */
public final class FitDidNotConverge extends RuntimeException {

    private final String candidate;

    /**
     * @param candidate the candidate's name as in the metrics, for instance {@code ridge}
     * @param reason what was found, without the candidate's name
     */
    public FitDidNotConverge(String candidate, String reason) {
        super(candidate + " cannot be fitted: " + reason);
        this.candidate = candidate;
    }

    /** The candidate's name as in the metrics. */
    public String candidate() {
        return candidate;
    }
}
