package candor.statemachine;

import java.util.random.RandomGenerator;

/** One seeded generator for all branches. */
record SharedRandom(RandomGenerator generator) implements RandomGenerator {

    @Override
    public synchronized long nextLong() {
        return generator.nextLong();
    }
}
