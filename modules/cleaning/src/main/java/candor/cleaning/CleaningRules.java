package candor.cleaning;

/**
 * The limits of cleaning; part of the settings that a checkpoint's fingerprint covers.
 *
 * @param minimumBars fewer are not enough history, &ge; 1
 * @param maxQuarantinedShare of the rows, in 0..1; more stops the run
 * @param toleratedQuarantined so many rows are set aside without a stop, whatever their share
 * @param maxMissingShare of the sessions between first and last bar, in 0..1; more and these are no daily bars
 * @param maxStaleSessions between the last bar and asOf; more stops the run
 * @param maxFactor a close this many times the one before, or its inverse, is a wrong unit or a missed split, &gt; 1
 * @param maxFaultShare faults of the provider that were repaired, relative to the rows, in 0..1; more stops the run
 * @param toleratedFaults so many are repaired without a stop, whatever their share
 * @param roundingTolerance by which, relative to the price, high and low may miss open and close; such are widened
 */
public record CleaningRules(
        int minimumBars,
        double maxQuarantinedShare,
        int toleratedQuarantined,
        double maxMissingShare,
        int maxStaleSessions,
        double maxFactor,
        double maxFaultShare,
        int toleratedFaults,
        double roundingTolerance) {

    public CleaningRules {
        require(minimumBars >= 1, "minimumBars", minimumBars);
        require(maxQuarantinedShare >= 0 && maxQuarantinedShare <= 1, "maxQuarantinedShare", maxQuarantinedShare);
        require(toleratedQuarantined >= 0, "toleratedQuarantined", toleratedQuarantined);
        require(maxMissingShare >= 0 && maxMissingShare <= 1, "maxMissingShare", maxMissingShare);
        require(maxStaleSessions >= 0, "maxStaleSessions", maxStaleSessions);
        require(maxFactor > 1 && maxFactor < Double.POSITIVE_INFINITY, "maxFactor", maxFactor);
        require(maxFaultShare >= 0 && maxFaultShare <= 1, "maxFaultShare", maxFaultShare);
        require(toleratedFaults >= 0, "toleratedFaults", toleratedFaults);
        require(roundingTolerance >= 0 && roundingTolerance < 1, "roundingTolerance", roundingTolerance);
    }

    /**
     * The product's limits. 68 bars: HAR-P forecasts from the 68th on. A factor of 5 lies
     * far beyond the largest real daily moves of listed large companies and below the 10 and 100 of unit errors.
     */
    public static CleaningRules standard() {
        return new CleaningRules(68, 0.02, 3, 0.1, 10, 5, 0.01, 10, 1e-6);
    }

    /** The product's limits, for series that may be as short as one bar. */
    public static CleaningRules ofAnyLength() {
        CleaningRules standard = standard();
        return new CleaningRules(
                1,
                standard.maxQuarantinedShare(),
                standard.toleratedQuarantined(),
                standard.maxMissingShare(),
                standard.maxStaleSessions(),
                standard.maxFactor(),
                standard.maxFaultShare(),
                standard.toleratedFaults(),
                standard.roundingTolerance());
    }

    private static void require(boolean holds, String name, Number value) {
        if (!holds) {
            throw new IllegalArgumentException(name + " out of range: " + value);
        }
    }
}
