package candor.forecasting.candidate;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.calibration.Pool;
import candor.forecasting.explanation.Explanation;
import candor.forecasting.explanation.LinearShares;
import candor.forecasting.harp.OwnRegressors;
import candor.forecasting.harp.OwnVariances;
import candor.forecasting.harp.Prior;
import candor.forecasting.harp.PriorPool;
import candor.forecasting.harp.Regression;
import candor.forecasting.harp.ShippedPrior;
import candor.forecasting.harp.VarianceForecast;
import candor.forecasting.learning.LastSeen;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** HAR-P on a symbol's own bars, shrunk to the prior that comes with the product. */
final class OwnHarP implements Candidate {

    /** Seasons follow the exchange's calendar, as breaks of a history do. */
    private static final TradingCalendar EXCHANGE = new NyseCalendar();

    private static final int WEEK = 5;
    private static final int YEAR = 250;

    private final Map<Integer, Pool> pools = new ConcurrentHashMap<>();

    @Override
    public String key() {
        return "harPOwn";
    }

    @Override
    public String words() {
        return "HAR-P";
    }

    @Override
    public Kind kind() {
        return Kind.SCALE;
    }

    @Override
    public Fit fit() {
        return Fit.CLOSED_FORM;
    }

    @Override
    public boolean servesAllHorizons() {
        return true;
    }

    @Override
    public int lookBack() {
        return 1;
    }

    @Override
    public int unbroken() {
        return OwnRegressors.FIRST_SESSION;
    }

    @Override
    public OptionalInt earliestOrigin() {
        return OptionalInt.of(OwnRegressors.FIRST_SESSION);
    }

    /** Over 21 sessions its 90 % intervals covered 83 % of 20 companies' outcomes between their 67th and 250th bars. */
    @Override
    public int barsBeforeIssue(int horizon) {
        return horizon <= WEEK ? OwnRegressors.FIRST_SESSION + 1 : YEAR;
    }

    @Override
    public boolean forecasts(int horizon) {
        return ShippedPrior.HORIZONS.contains(horizon);
    }

    @Override
    public Pool pool(int horizon, List<Double> levels) {
        return ShippedPrior.priors()
                .of(horizon)
                .filter(prior -> prior.levels().equals(levels))
                .map(this::pool)
                .orElse(Pool.NONE);
    }

    private Pool pool(Prior prior) {
        return pools.computeIfAbsent(prior.horizon(), horizon -> new PriorPool(prior));
    }

    @Override
    public String others() {
        return ShippedPrior.priors().about();
    }

    @Override
    public String terms() {
        return OwnRegressors.TERMS;
    }

    @Override
    public Learner learner(LearningTask task) {
        OwnVariances variances = new OwnVariances(ShippedPrior.priors(), EXCHANGE);
        return new Learner() {
            @Override
            public void absorb(OriginView view) {
                variances.absorb(view.visible());
            }

            @Override
            public Model fit(PriceHistory visible) {
                return new Fitted(variances.copy());
            }
        };
    }

    @Override
    public Class<Known> stateType() {
        return Known.class;
    }

    @Override
    public Model restored(Record state) {
        Known known = stateType().cast(state);
        if (!known.prior().equals(ShippedPrior.sha256())) {
            throw new IllegalArgumentException("HAR-P was fitted with the prior " + known.prior()
                    + ", and this release has " + ShippedPrior.sha256() + "; run the pipeline again");
        }
        return new Fitted(OwnVariances.of(known.variances(), ShippedPrior.priors(), EXCHANGE));
    }

    /**
     * All that it knows.
     *
     * @param prior SHA-256 of the prior's text, lower-case hexadecimal
     */
    record Known(String prior, OwnVariances.State variances) {}

    /** @param variances never moved on once here: a copy is */
    private record Fitted(OwnVariances variances) implements Model {

        @Override
        public double forecast(Outlook outlook) {
            return variances
                    .forecast(outlook.horizon())
                    .map(made -> Math.sqrt(made.variance()))
                    .orElse(Double.NaN);
        }

        @Override
        public double longMean() {
            return variances.longMean();
        }

        @Override
        public Optional<Explanation> explanation(Outlook outlook) {
            return variances
                    .forecast(outlook.horizon())
                    .flatMap(made ->
                            variances.regression(outlook.horizon()).map(regression -> shares(made, regression)));
        }

        private static Explanation shares(VarianceForecast made, Regression regression) {
            return LinearShares.ofLogVariance(
                    StrictMath.log(made.level()),
                    regression.coefficients(),
                    regression.means().subList(1, regression.means().size()),
                    OwnRegressors.WORDS,
                    regression.row().stream()
                            .skip(1)
                            .mapToDouble(Double::doubleValue)
                            .toArray());
        }

        @Override
        public Model advancedTo(PriceHistory visible) {
            int from = LastSeen.indexIn(visible, variances.through()) + 1;
            if (from == visible.size()) {
                return this;
            }
            OwnVariances advanced = variances.copy();
            for (int t = from; t < visible.size(); t++) {
                advanced.absorb(visible.visibleAt(t));
            }
            return new Fitted(advanced);
        }

        /** Whether it knows the same. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Fitted fitted && state().equals(fitted.state());
        }

        @Override
        public int hashCode() {
            return variances.through().hashCode();
        }

        @Override
        public Record state() {
            return new Known(ShippedPrior.sha256(), variances.state());
        }

        @Override
        public Optional<LocalDate> seenThrough() {
            return Optional.of(variances.through());
        }
    }
}
