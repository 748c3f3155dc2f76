package candor.forecasting.candidate;

import candor.forecasting.explanation.Explanation;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** A fitted candidate; a record, never changed once made. */
public interface Model {

    /**
     * The forecast at an origin that the model was moved on to.
     *
     * @return log return over the horizon, or its standard deviation; NaN where there is none
     */
    double forecast(Outlook outlook);

    /**
     * The forecast as a sum over features: of the log return, or of the logarithm of the variance. Empty where the
     * candidate looks at no feature.
     */
    default Optional<Explanation> explanation(Outlook outlook) {
        return Optional.empty();
    }

    /**
     * The same coefficients, with what follows every session moved on to the end of the view.
     *
     * @throws IllegalArgumentException if the model has seen a session that the view does not hold
     */
    default Model advancedTo(PriceHistory visible) {
        return this;
    }

    /**
     * Mean of the logarithm of the range variance of a session from the first return to the session moved on to; NaN where
     * the model does not carry it along.
     */
    default double longMean() {
        return Double.NaN;
    }

    /** All that it knows; {@link Candidate#restored} makes the same model of it. */
    Record state();

    /**
     * The last session that it has seen; empty where it has seen none. Of a candidate with refits of its own that is the
     * session of the fit.
     */
    default Optional<LocalDate> seenThrough() {
        return Optional.empty();
    }

    /** How many training rows it was made of; empty where it has no such rows. */
    default OptionalInt trainingRows() {
        return OptionalInt.empty();
    }
}
