package candor.forecasting.walkforward;

/** The methods that make a horizon's forecast. */
public record Champion(MeanMethod mean, ScaleMethod scale) {

    /** What begins: random walk and log-HAR-L. */
    public static final Champion FIRST = new Champion(MeanMethod.ZERO, ScaleMethod.LOG_HAR_L);
}
