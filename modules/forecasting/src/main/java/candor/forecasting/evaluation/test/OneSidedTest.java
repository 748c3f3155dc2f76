package candor.forecasting.evaluation.test;

/**
 * A diagnostic beside the test that decides: its p-value is not adjusted for the number of comparisons, and no claim of
 * skill rests on it.
 *
 * @param statistic positive where it speaks for the candidate
 * @param p one-sided: how probable a statistic at least as high is where there is nothing to find
 */
public record OneSidedTest(double statistic, double p) {}
