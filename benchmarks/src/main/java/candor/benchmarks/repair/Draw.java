package candor.benchmarks.repair;

import java.util.List;
import java.util.SplittableRandom;

/** Draws of one seed, always the same. */
final class Draw {

    private static final int DEGREES = 3;
    private static final double WIDEST = 12;

    private final SplittableRandom random;

    Draw(long seed) {
        this.random = new SplittableRandom(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** From the first number to the last, both included. */
    int whole(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Around a middle, two thirds of the draws within the factor. */
    double around(double middle, double factor) {
        return middle * StrictMath.exp(StrictMath.log(factor) * random.nextGaussian());
    }

    /** Student's t with three degrees of freedom. */
    double student() {
        double normal = random.nextGaussian();
        double squares = 0;
        for (int i = 0; i < DEGREES; i++) {
            double part = random.nextGaussian();
            squares += part * part;
        }
        return Math.clamp(normal / StrictMath.sqrt(squares / DEGREES), -WIDEST, WIDEST);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
