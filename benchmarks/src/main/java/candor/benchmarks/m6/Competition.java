package candor.benchmarks.m6;

import candor.benchmarks.m6.OneFactor.Correlations;
import candor.forecasting.volatility.Ewma;
import candor.local.wiring.CommandRejected;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** The twelve periods of the M6 competition (Makridakis et al. 2023), each forecast from what was known at its start. */
record Competition(AssetPrices prices) {

    static final int PERIODS = 12;

    private static final LocalDate FIRST_START = LocalDate.of(2022, 3, 4);
    private static final int DAYS = 28;

    /**
     * One period: from the close of one Friday to that of the fourth one after it.
     *
     * @param start last day that the forecast knows
     * @param score of the forecast, on average over the assets
     * @param equalChances score of a fifth for each quintile
     */
    record Period(LocalDate start, LocalDate end, double score, double equalChances) {}

    /** Numbers of the periods, from 0. */
    static List<Integer> periods() {
        return IntStream.range(0, PERIODS).boxed().toList();
    }

    /**
     * Forecasts and scores one period.
     *
     * @param step of the integration, in standard deviations
     */
    Period score(int period, Correlations how, double step) {
        LocalDate start = FIRST_START.plusDays((long) DAYS * period);
        LocalDate end = start.plusDays(DAYS);
        if (prices.closes().lastKey().isBefore(end)) {
            throw new CommandRejected("the prices end on " + prices.closes().lastKey() + ", before the period of "
                    + start + " to " + end + "; give the competition's assets_m6.csv with prices up to 2023-02-03");
        }
        List<double[]> known = prices.returnsUpTo(start);
        if (known.size() < Ewma.START) {
            throw new CommandRejected("only " + known.size() + " returns up to " + start + ", at least " + Ewma.START
                    + " are needed; give the competition's assets_m6.csv, which begins on 2022-01-31");
        }
        double[][] realised = Quintiles.realised(simpleReturns(prices.at(start), prices.at(end)));
        double[][] probabilities = RankProbabilities.of(OneFactor.estimate(known, how), step);
        return new Period(
                start,
                end,
                Quintiles.meanScore(probabilities, realised),
                Quintiles.meanScore(Quintiles.equalChances(realised.length), realised));
    }

    private static double[] simpleReturns(double[] from, double[] to) {
        double[] returns = new double[from.length];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = (to[i] - from[i]) / from[i];
        }
        return returns;
    }
}
