package candor.forecasting.volatility;

/** Whether the log-HAR regression knows that volatility rises after falls. */
public enum Leverage {
    /** Three regressors and the constant: log-HAR (Corsi 2009). */
    WITHOUT(3, 22),
    /** Five regressors and the constant: log-HAR-L (Corsi and Renò 2012). */
    WITH(5, 26);

    private final int regressors;
    private final int firstSession;

    Leverage(int regressors, int firstSession) {
        this.regressors = regressors;
        this.firstSession = firstSession;
    }

    /** Number of regressors without the constant. */
    public int regressors() {
        return regressors;
    }

    /** Index of the first session at which all regressors are defined, counted from the history's beginning or last break. */
    public int firstSession() {
        return firstSession;
    }
}
