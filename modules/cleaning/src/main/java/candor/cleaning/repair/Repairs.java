package candor.cleaning.repair;

import candor.cleaning.log.CleaningEntry;
import candor.store.port.BarOrigin;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Repairs what a file proves about itself. The same rows give the same result in whatever order they come, and a repaired
 * file is left as it is.
 *
 * <p>In this order, as each needs the one before: equal rows are made one; single cells; rows at a wrong level (unit,
 * then split); dividends and the adjusted closes made with them; adjusted closes that are missing. Sessions with
 * several rows are left alone.
 */
public final class Repairs {

    private Repairs() {}

    /**
     * The rows of a retrieval, repaired: those of providers by the adjusted closes that their origins have.
     *
     * @param rows all of its rows, or some, ascending
     */
    public static RepairResult of(Retrieval retrieval, List<RawBar> rows) {
        if (!(retrieval instanceof Retrieval.OfProviders answers)) {
            return of(rows, retrieval.hasAdjustedClose());
        }
        List<BarOrigin> origins = answers.origins();
        Map<LocalDate, BarOrigin> bySession = new HashMap<>();
        for (int i = 0; i < origins.size(); i++) {
            bySession.put(retrieval.bars().get(i).session(), origins.get(i));
        }
        return ProviderRepairs.of(rows, bySession);
    }

    /**
     * The rows, repaired.
     *
     * @param rows in any order, from any exchange; NaN for empty cells
     * @param hasAdjustedClose whether the source has an adjusted close of its own, with closes adjusted for splits;
     *     otherwise closes are as traded
     */
    public static RepairResult of(List<RawBar> rows, boolean hasAdjustedClose) {
        return of(rows, hasAdjustedClose, false);
    }

    /** @param listsDividends whether the source lists its dividends apart from the rows, so that none listed is a finding */
    static RepairResult of(List<RawBar> rows, boolean hasAdjustedClose, boolean listsDividends) {
        List<CleaningEntry> log = new ArrayList<>();
        List<RawBar> distinct = Duplicates.removed(ascending(rows), log);
        int duplicates = log.size();
        Set<LocalDate> once = new HashSet<>();
        Set<LocalDate> severalTimes = new HashSet<>();
        distinct.forEach(row -> {
            if (!once.add(row.session())) {
                severalTimes.add(row.session());
            }
        });
        Worksheet sheet = new Worksheet(
                distinct.stream()
                        .filter(row -> !severalTimes.contains(row.session()))
                        .toList(),
                hasAdjustedClose);
        Cells.repair(sheet);
        Units.repair(sheet);
        Splits.repair(sheet);
        List<RawBar> alone = distinct.stream()
                .filter(row -> severalTimes.contains(row.session()))
                .toList();
        repairDividends(sheet, alone, listsDividends);
        List<RawBar> repaired = new ArrayList<>(sheet.rows());
        repaired.addAll(alone);
        log.addAll(sheet.log());
        return new RepairResult(
                ascending(repaired),
                log.stream()
                        .sorted(Comparator.comparing(CleaningEntry::session))
                        .toList(),
                sheet.doubts().stream()
                        .sorted(Comparator.comparing(Doubt::session))
                        .toList(),
                sheet.faults(),
                duplicates);
    }

    private static void repairDividends(Worksheet sheet, List<RawBar> alone, boolean listsDividends) {
        List<Payment> payments = Payments.of(sheet);
        List<Payment> steps = Payments.unlisted(sheet, listsDividends).stream()
                .filter(step -> alone.stream().noneMatch(row -> isListedBy(row, sheet, step)))
                .toList();
        PriceEvidence prices = new PriceEvidence(sheet);
        new Phantoms(sheet, prices).remove(payments);
        new GainsTwice(sheet, prices).settle(payments);
        List<Payment> agreed = open(payments).stream()
                .filter(payment -> isAgreed(sheet, payment))
                .toList();
        List<Payment> missing = open(payments).stream()
                .filter(payment -> !isAgreed(sheet, payment) && payment.isAdjustedFor(0))
                .toList();
        List<Payment> mismatched = open(payments).stream()
                .filter(payment -> !isAgreed(sheet, payment) && !payment.isAdjustedFor(0))
                .toList();
        new Mismatches(sheet, prices, agreed).settle(mismatched, missing);
        List<Payment> sure = payments.stream().filter(Repairs::isSure).toList();
        new Agreed(sheet, prices).settle(agreed, sure);
        List<Payment> known = new ArrayList<>(sure);
        known.addAll(agreed);
        Unlisted unlisted = new Unlisted(sheet, prices, known);
        if (payments.isEmpty()) {
            unlisted.settleTogether(steps);
        } else {
            unlisted.settle(steps, open(missing));
        }
        new Forgotten(sheet, prices, known).settle(open(missing));
        payments.addAll(steps.stream().filter(Payment::isSettled).toList());
        new AdjustedCloseRepair(sheet, payments).repair();
    }

    /** Whether a row that is left alone, of the days over which the adjusted close steps, lists a dividend. */
    private static boolean isListedBy(RawBar row, Worksheet sheet, Payment step) {
        return row.dividend() > 0
                && row.session().isAfter(sheet.row(step.prior()).session())
                && !row.session().isAfter(step.session());
    }

    private static List<Payment> open(List<Payment> payments) {
        return payments.stream().filter(payment -> !payment.isSettled()).toList();
    }

    private static boolean isAgreed(Worksheet sheet, Payment payment) {
        return !sheet.adjusted() || payment.isAdjustedFor(payment.dividend());
    }

    private static boolean isSure(Payment payment) {
        return !payment.finding().isEmpty();
    }

    private static List<RawBar> ascending(List<RawBar> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(RawBar::session).thenComparingInt(RawBar::line))
                .toList();
    }
}
