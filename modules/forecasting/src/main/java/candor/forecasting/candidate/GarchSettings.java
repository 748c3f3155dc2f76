package candor.forecasting.candidate;

import candor.forecasting.learning.HyperParameters;

/**
 * What may be set of GARCH.
 *
 * @param start 0..3: which starting values the fit begins with
 */
public record GarchSettings(int start) implements HyperParameters {

    private static final int LAST = 3;

    public GarchSettings {
        if (start < 0 || start > LAST) {
            throw new IllegalArgumentException("candidates.garch.start is " + start + "; want 0 to " + LAST);
        }
    }

    static GarchSettings standard() {
        return new GarchSettings(0);
    }

    /** The next starting values; after the last there are no others. */
    @Override
    public GarchSettings attempt(int attempt) {
        return new GarchSettings(Math.min(start + attempt, LAST));
    }
}
