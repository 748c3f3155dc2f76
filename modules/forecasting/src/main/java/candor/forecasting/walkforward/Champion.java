package candor.forecasting.walkforward;

import candor.forecasting.candidate.Candidate;
import candor.forecasting.candidate.Candidate.Kind;
import candor.forecasting.candidate.Candidates;

/** The candidates that make a horizon's forecast. */
public record Champion(Candidate mean, Candidate scale) {

    private static final Champion HAR_P = new Champion(Candidates.ZERO, Candidates.HAR_P_OWN);
    private static final Champion LOG_HAR = new Champion(Candidates.ZERO, Candidates.LOG_HAR_L);

    public Champion {
        if (mean.kind() != Kind.MEAN || scale.kind() != Kind.SCALE) {
            throw new IllegalArgumentException(
                    "want a candidate for the mean and one for the scale, got " + mean.key() + " + " + scale.key());
        }
    }

    /** What begins: the random walk and HAR-P, or log-HAR-L over a horizon that HAR-P does not forecast. */
    public static Champion first(int horizon) {
        return Candidates.HAR_P_OWN.forecasts(horizon) ? HAR_P : LOG_HAR;
    }

    /** The candidates of two keys; throws IllegalArgumentException where there is none of that kind. */
    public static Champion of(String mean, String scale) {
        return new Champion(Candidates.mean(mean), Candidates.scale(scale));
    }

    /** As in {@code zero + harPOwn}. */
    @Override
    public String toString() {
        return mean.key() + " + " + scale.key();
    }
}
