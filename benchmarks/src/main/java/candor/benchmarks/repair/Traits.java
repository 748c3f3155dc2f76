package candor.benchmarks.repair;

import java.util.List;

/**
 * What kind of stock a generated history is of.
 *
 * @param volatility of a day, as the scale of Student's t
 * @param quiet share of the days on which nobody trades and the price stands
 * @param fall share of the cash by which the price falls
 * @param tick to which prices are rounded
 * @param digits of adjusted closes after the point; 0 for single precision
 * @param split shares for one, 1 for no split
 * @param jump log return of one day, 0 for none
 * @param adjusted whether there are adjusted closes
 */
record Traits(
        int sessions,
        double price,
        double volatility,
        double drift,
        double quiet,
        Opens opens,
        double fall,
        double tick,
        int digits,
        Payer payer,
        double split,
        double jump,
        Volumes volumes,
        boolean adjusted) {

    /** What a provider writes as the open. */
    enum Opens {
        OWN,
        /** Half of the way from the close before to the price. */
        STALE,
        /** One price a day, as for a fund. */
        CLOSE
    }

    /** What a provider writes as the volume. */
    enum Volumes {
        REAL,
        ZERO,
        EMPTY
    }

    private static final List<Double> PRICES =
            List.of(0.05, 0.6, 1.2, 8.0, 25.0, 60.0, 110.0, 450.0, 3_000.0, 60_000.0);

    static Traits of(Draw draw) {
        double price = draw.around(draw.of(PRICES), 1.5);
        boolean adjusted = draw.chance(0.8);
        return new Traits(
                draw.chance(0.15) ? draw.whole(20, 130) : draw.whole(250, 1300),
                price,
                draw.around(0.011, 1.7),
                draw.between(-0.0012, 0.0008),
                draw.chance(0.7) ? 0 : draw.between(0.05, 0.95),
                draw.of(List.of(Opens.OWN, Opens.OWN, Opens.OWN, Opens.OWN, Opens.STALE, Opens.CLOSE)),
                draw.between(0.6, 1.05),
                StrictMath.pow(10, Math.floor(StrictMath.log10(price)))
                        / draw.of(List.of(1000.0, 1000.0, 200.0, 100.0)),
                draw.of(List.of(0, 0, 0, 6, 4)),
                draw.of(List.of(Payer.values())),
                draw.chance(0.3) ? draw.of(List.of(2.0, 3.0, 1.5, 4.0, 5.0, 10.0, 20.0, 0.5, 0.2, 0.1, 0.05, 0.02)) : 1,
                draw.chance(0.3)
                        ? draw.of(List.of(-1.0, -1.0, 1.0)) * (0.2 + 1.7 * StrictMath.pow(draw.between(0, 1), 3))
                        : 0,
                draw.of(List.of(Volumes.REAL, Volumes.REAL, Volumes.REAL, Volumes.REAL, Volumes.ZERO, Volumes.EMPTY)),
                adjusted);
    }
}
