package candor.forecasting.synthetic;

/**
 * Random numbers that are the same with every Java release and on every machine: SplitMix64 (Steele, Lea &amp; Flood,
 * Fast Splittable Pseudorandom Number Generators, 2014) with the mixing constants of Stafford's variant 13, and
 * StrictMath on top. Not thread-safe; streams are cheap, take one for each purpose.
 */
public final class RandomStream {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /** The stream of one day: streams of different days or seeds have nothing in common. */
    public RandomStream(long seed, long day) {
        state = mix(mix(seed + GOLDEN_GAMMA) + day * GOLDEN_GAMMA);
    }

    private long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    private static long mix(long z) {
        long first = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }

    /** Uniform on [0, 1), a multiple of 2^-53. */
    public double uniform() {
        return (next() >>> 11) * 0x1p-53;
    }

    /** Standard normal by the polar method (Marsaglia &amp; Bray 1964); the second value of a pair is not used. */
    public double gaussian() {
        while (true) {
            double u = 2 * uniform() - 1;
            double v = 2 * uniform() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                return u * Math.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }

    /** Poisson by multiplying uniforms (Knuth); meant for small means. */
    int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = uniform(); product > limit; product *= uniform()) {
            count++;
        }
        return count;
    }
}
