package candor.forecasting.candidate;

import java.util.OptionalInt;

/** No change is expected: the random walk. */
final class RandomWalk implements Candidate {

    @Override
    public String key() {
        return "zero";
    }

    @Override
    public String words() {
        return "zero (random walk)";
    }

    @Override
    public String inSentence() {
        return "the random walk";
    }

    @Override
    public Kind kind() {
        return Kind.MEAN;
    }

    @Override
    public String unexplained() {
        return "zero, the random walk\u2019s: no feature drove it.";
    }

    @Override
    public OptionalInt earliestOrigin() {
        return OptionalInt.of(0);
    }

    @Override
    public Learner learner(LearningTask task) {
        return visible -> new Zero();
    }

    @Override
    public boolean servesAllHorizons() {
        return true;
    }

    @Override
    public Class<Zero> stateType() {
        return Zero.class;
    }

    @Override
    public Model restored(Record state) {
        return stateType().cast(state);
    }

    /** Knows nothing. */
    record Zero() implements Model {

        @Override
        public double forecast(Outlook outlook) {
            return 0;
        }

        @Override
        public Record state() {
            return this;
        }
    }
}
