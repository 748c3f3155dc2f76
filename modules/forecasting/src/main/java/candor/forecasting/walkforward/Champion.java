package candor.forecasting.walkforward;

import candor.forecasting.candidate.Candidate;
import candor.forecasting.candidate.Candidate.Kind;
import candor.forecasting.candidate.Candidates;

/** The candidates that make a horizon's forecast. */
public record Champion(Candidate mean, Candidate scale) {

    /** What begins: random walk and log-HAR-L. */
    public static final Champion FIRST = new Champion(Candidates.ZERO, Candidates.LOG_HAR_L);

    public Champion {
        if (mean.kind() != Kind.MEAN || scale.kind() != Kind.SCALE) {
            throw new IllegalArgumentException(
                    "want a candidate for the mean and one for the scale, got " + mean.key() + " + " + scale.key());
        }
    }

    /** The candidates of two keys; throws IllegalArgumentException where there is none of that kind. */
    public static Champion of(String mean, String scale) {
        return new Champion(Candidates.mean(mean), Candidates.scale(scale));
    }

    /** As in {@code zero + logHarL}. */
    @Override
    public String toString() {
        return mean.key() + " + " + scale.key();
    }
}
