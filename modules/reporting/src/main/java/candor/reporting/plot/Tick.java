package candor.reporting.plot;

/** A marked value of an axis. */
public record Tick(double at, String label) {}
