package candor.cleaning.guard;

import candor.cleaning.CleaningResult;
import candor.forecasting.guard.GuardResult;
import candor.forecasting.market.Bar;
import candor.forecasting.market.CorporateAction;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Adjusted closes are of one retrieval. Where an older one is joined with a newer one, the dividends between them make a
 * step in adjusted close over close that no dividend or split explains, nor a day without bar before it. A step up is unexplained only
 * where the source lists dividends: it is what an unlisted one looks like.
 */
final class OneVintage {

    static final String NAME = "one vintage";

    /** Log return; sources round adjusted closes, and few quarterly dividends are so small. */
    private static final double TOLERANCE = 0.002;

    /** Days with a dividend or split; and those without a bar, whose dividend may be missing with it. */
    private final NavigableSet<LocalDate> explained = new TreeSet<>();

    private final boolean listsDividends;

    private OneVintage(CleaningResult cleaned) {
        cleaned.actions().forEach(action -> explained.add(action.session()));
        explained.addAll(cleaned.gaps());
        listsDividends = cleaned.actions().stream().anyMatch(CorporateAction.Dividend.class::isInstance);
    }

    static GuardResult check(CleaningResult cleaned) {
        OneVintage guard = new OneVintage(cleaned);
        List<Bar> bars = cleaned.bars();
        for (int t = 1; t < bars.size(); t++) {
            Bar before = bars.get(t - 1);
            Bar bar = bars.get(t);
            double close = StrictMath.log(bar.close() / before.close());
            double adjusted = StrictMath.log(
                    cleaned.adjustedCloses().get(t) / cleaned.adjustedCloses().get(t - 1));
            if (guard.unexplained(adjusted - close, before.session(), bar.session())) {
                return GuardResult.broken(
                        NAME,
                        "On " + bar.session() + " the adjusted close returns " + adjusted + " and the close " + close
                                + ", without a dividend or split.");
            }
        }
        return GuardResult.held(NAME, "Adjusted closes return what closes do but on days of dividends and splits.");
    }

    private boolean unexplained(double step, LocalDate before, LocalDate session) {
        boolean visible = step < -TOLERANCE || (listsDividends && step > TOLERANCE);
        return visible && explained.subSet(before, false, session, true).isEmpty();
    }
}
