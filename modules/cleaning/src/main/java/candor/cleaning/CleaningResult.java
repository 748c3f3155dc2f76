package candor.cleaning;

import candor.cleaning.log.CleaningEntry;
import candor.forecasting.market.Bar;
import candor.forecasting.market.CorporateAction;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bars that may be forecast from, and all that was done to get them.
 *
 * @param bars strictly ascending by session, none after asOf
 * @param adjustedCloses one for each bar: the source's own, or computed from closes and actions where it has none
 * @param actions dividends and splits up to asOf, ascending by session; also those of sessions without a bar
 * @param log every change, removal, quarantine and gap, ascending by session
 * @param quarantined rows set aside, by rule, then session
 * @param gaps sessions of the calendar between first and last bar that have none, ascending
 * @param basis what the closes are, and so where the returns come from
 * @param truth true daily standard deviation for each bar of a synthetic stock; null for real ones
 */
public record CleaningResult(
        List<Bar> bars,
        List<Double> adjustedCloses,
        List<CorporateAction> actions,
        List<CleaningEntry> log,
        List<Quarantined> quarantined,
        List<LocalDate> gaps,
        CleaningCounts counts,
        PriceBasis basis,
        @Nullable List<Double> truth) {

    public CleaningResult {
        bars = List.copyOf(bars);
        adjustedCloses = List.copyOf(adjustedCloses);
        actions = List.copyOf(actions);
        log = List.copyOf(log);
        quarantined = List.copyOf(quarantined);
        gaps = List.copyOf(gaps);
        truth = truth == null ? null : List.copyOf(truth);
        if (adjustedCloses.size() != bars.size() || (truth != null && truth.size() != bars.size())) {
            throw new IllegalArgumentException(bars.size() + " bars but " + adjustedCloses.size()
                    + " adjusted closes and " + (truth == null ? "no" : truth.size()) + " true volatilities");
        }
    }
}
