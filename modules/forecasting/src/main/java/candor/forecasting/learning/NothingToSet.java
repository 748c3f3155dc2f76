package candor.forecasting.learning;

/** Of a candidate without hyper-parameters. */
public record NothingToSet() implements HyperParameters {}
