package candor.forecasting.candidate;

import candor.forecasting.explanation.Explanation;
import candor.forecasting.learning.BoostedTrees;
import candor.forecasting.learning.RidgeCoefficients;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The equally weighted mean of random walk, expanding mean, ridge regression and gradient boosting. */
final class AverageOfMeans implements Candidate {

    private static final List<String> MEMBERS = List.of("zero", "mean", RidgeCoefficients.NAME, BoostedTrees.NAME);

    private static List<Candidate> members() {
        return MEMBERS.stream().map(Candidates::of).toList();
    }

    @Override
    public String key() {
        return "average";
    }

    @Override
    public String words() {
        return "average of the means";
    }

    @Override
    public String inSentence() {
        return "the average of the means";
    }

    @Override
    public Kind kind() {
        return Kind.MEAN;
    }

    @Override
    public boolean bySearch() {
        return members().stream().anyMatch(Candidate::bySearch);
    }

    @Override
    public boolean usesFeatures() {
        return members().stream().anyMatch(Candidate::usesFeatures);
    }

    @Override
    public boolean servesAllHorizons() {
        return true;
    }

    @Override
    public boolean isWithout(Collection<String> leftOut) {
        return members().stream().anyMatch(member -> member.isWithout(leftOut));
    }

    @Override
    public Learner learner(LearningTask task) {
        return visible -> new Average();
    }

    @Override
    public Class<Average> stateType() {
        return Average.class;
    }

    @Override
    public Model restored(Record state) {
        return stateType().cast(state);
    }

    /** Knows nothing but its members. */
    record Average() implements Model {

        @Override
        public double forecast(Outlook outlook) {
            double sum = 0;
            for (Candidate member : members()) {
                sum += outlook.forecast(member);
            }
            return sum / MEMBERS.size();
        }

        @Override
        public Optional<Explanation> explanation(Outlook outlook) {
            return Optional.of(Explanation.average(members().stream()
                    .map(member ->
                            outlook.explanation(member).orElseGet(() -> Explanation.constant(outlook.forecast(member))))
                    .toList()));
        }

        @Override
        public Record state() {
            return this;
        }
    }
}
