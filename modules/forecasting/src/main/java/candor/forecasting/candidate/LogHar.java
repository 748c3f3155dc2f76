package candor.forecasting.candidate;

import candor.forecasting.explanation.Explanation;
import candor.forecasting.explanation.LinearShares;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.volatility.Ewma;
import candor.forecasting.volatility.Leverage;
import candor.forecasting.volatility.LogHarCoefficients;
import candor.forecasting.volatility.LogHarLearner;
import candor.forecasting.volatility.LogHarRegressors;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** Log-HAR regression with leverage on the daily range. */
final class LogHar implements Candidate {

    private static final Regressors REGRESSORS = visible -> LogHarRegressors.at(visible, Leverage.WITH);

    @Override
    public String key() {
        return LogHarCoefficients.NAME;
    }

    @Override
    public String words() {
        return "log-HAR-L";
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
    public String column() {
        return "sigma_loghar";
    }

    @Override
    public int lookBack() {
        return Leverage.WITH.firstSession();
    }

    @Override
    public String fallback() {
        return Ewma.NAME;
    }

    @Override
    public String terms() {
        return "A range is the variance told by a session's open, high, low and close; a fall is a loss in units of the"
                + " month's volatility.";
    }

    @Override
    public Learner learner(LearningTask task) {
        LogHarLearner rows = new LogHarLearner(task.horizon(), Leverage.WITH);
        return new Learner() {
            @Override
            public void absorb(OriginView view) {
                rows.absorb(view.visible(), view.regressors(REGRESSORS));
            }

            @Override
            public Model fit(PriceHistory visible) {
                return new Fitted(rows.fit(visible));
            }
        };
    }

    @Override
    public Class<LogHarCoefficients> stateType() {
        return LogHarCoefficients.class;
    }

    @Override
    public Model restored(Record state) {
        return new Fitted(stateType().cast(state));
    }

    private record Fitted(LogHarCoefficients state) implements Model {

        @Override
        public double forecast(Outlook outlook) {
            return Math.sqrt(state.variance(outlook.view().regressors(REGRESSORS)));
        }

        @Override
        public Optional<Explanation> explanation(Outlook outlook) {
            return Optional.of(LinearShares.ofLogVariance(state, outlook.view().regressors(REGRESSORS)));
        }

        @Override
        public Optional<LocalDate> seenThrough() {
            return Optional.of(state.fittedAt());
        }

        @Override
        public OptionalInt trainingRows() {
            return OptionalInt.of(state.rows());
        }
    }
}
