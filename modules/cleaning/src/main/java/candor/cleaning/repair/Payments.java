package candor.cleaning.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the dividends of a file, and reads off the adjusted closes what was adjusted for each. */
final class Payments {

    /** Rows on either side of an ex-date whose middle ratio of adjusted close to close is taken. */
    private static final int AROUND = 7;

    /** Of the ratio, relative: single precision. */
    private static final double FINEST = 2e-6;

    /** Of the price: what is smaller is not looked for where nothing is listed. */
    private static final double SMALLEST = 5e-4;

    /** A step on the very day that is the listed dividend to so much, or none, is that, whatever follows within days. */
    private static final double AS_LISTED = 0.01;

    /** So many times its precision has a step to be. */
    private static final double CLEAR_STEP = 10;

    /** Nobody rounds to more than thousands. */
    private static final int FEWEST_DIGITS = -3;

    /** Single precision shows as that many digits or more. */
    private static final int MOST_DIGITS = 9;

    /** A close from longer ago says nothing about an ex-date. */
    private static final long RECENT_DAYS = 12;

    private final Worksheet sheet;
    private final int[] priced;
    private final boolean[] pays;

    private Payments(Worksheet sheet) {
        this.sheet = sheet;
        this.priced = sheet.priced();
        this.pays = new boolean[sheet.size()];
        for (int i = 0; i < pays.length; i++) {
            pays[i] = isCash(sheet.row(i).dividend());
        }
    }

    /** Ascending; those on days with prices that follow other priced days. */
    static List<Payment> of(Worksheet sheet) {
        return new Payments(sheet).find();
    }

    /**
     * Days on which the source adjusted for cash that it does not list, ascending.
     *
     * @param always whether the source lists its dividends whatever comes; else it has none unlisted where it lists none, as a
     *     file without the column Dividends
     */
    static List<Payment> unlisted(Worksheet sheet, boolean always) {
        Payments payments = new Payments(sheet);
        boolean lists = always || IntStream.range(0, sheet.size()).anyMatch(i -> payments.pays[i]);
        return sheet.adjusted() && lists ? payments.findUnlisted() : List.of();
    }

    private List<Payment> findUnlisted() {
        List<Payment> steps = new ArrayList<>();
        for (int j = 1; j < priced.length; j++) {
            double step = 1 - sheet.ratio(priced[j - 1]) / sheet.ratio(priced[j]);
            boolean acts = IntStream.rangeClosed(priced[j - 1] + 1, priced[j])
                    .anyMatch(
                            i -> pays[i] || sheet.split(i) != 1 || sheet.row(i).capitalGain() > 0);
            if (step > SMALLEST && !acts && sheet.daysBetween(priced[j - 1], priced[j]) <= RECENT_DAYS) {
                Payment payment = payment(j);
                double lasting = 1 - payment.factor();
                if (Math.abs(lasting - step) < step / 10 && lasting > CLEAR_STEP * payment.precision()) {
                    steps.add(payment);
                }
            }
        }
        return steps;
    }

    private static boolean isCash(double amount) {
        return amount > 0 && amount < Double.POSITIVE_INFINITY;
    }

    private List<Payment> find() {
        List<Payment> payments = new ArrayList<>();
        for (int j = 1; j < priced.length; j++) {
            boolean alone =
                    IntStream.range(priced[j - 1] + 1, priced[j]).noneMatch(i -> pays[i] || sheet.split(i) != 1);
            boolean recent = sheet.daysBetween(priced[j - 1], priced[j]) <= RECENT_DAYS;
            if (pays[priced[j]] && alone && recent) {
                payments.add(payment(j));
            }
        }
        return payments;
    }

    private Payment payment(int j) {
        if (!sheet.adjusted()) {
            return new Payment(sheet, priced[j], priced[j - 1], Double.NaN, 0);
        }
        double[] before = ratios(j - 1, -1);
        double[] after = ratios(j, 1);
        double factor = Medians.of(IntStream.range(0, before.length).mapToDouble(k -> before[k]))
                / Medians.of(IntStream.range(0, after.length).mapToDouble(k -> after[k]));
        double onTheDay = sheet.ratio(priced[j - 1]) / sheet.ratio(priced[j]);
        double listed = sheet.row(priced[j]).dividend() / sheet.close(priced[j - 1]);
        if (Math.abs(1 - onTheDay - listed) < AS_LISTED * listed || Math.abs(1 - onTheDay) < AS_LISTED * listed) {
            factor = onTheDay;
        }
        double precision = FINEST
                + 3 * Math.max(scatter(before), scatter(after))
                + (onTheDay > 0 ? Math.abs(factor - onTheDay) : 0)
                + 2 * grain(j) / sheet.row(priced[j - 1]).adjustedClose();
        return new Payment(sheet, priced[j], priced[j - 1], asTradedSplit(j, factor), precision);
    }

    /** Ratios from one side of an ex-date until the next. */
    private double[] ratios(int from, int direction) {
        List<Double> ratios = new ArrayList<>();
        for (int j = from; j >= 0 && j < priced.length && ratios.size() < AROUND; j += direction) {
            boolean beyond = direction > 0 ? j != from && pays[priced[j]] : false;
            if (beyond) {
                break;
            }
            ratios.add(sheet.ratio(priced[j]));
            if (direction < 0 && pays[priced[j]]) {
                break;
            }
        }
        return ratios.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * To which the adjusted closes around an ex-date are rounded: the largest power of ten that all which are no closes are
     * multiples of, 0 for none that matters.
     */
    private double grain(int at) {
        double grain = grain(Math.max(0, at - AROUND), Math.min(priced.length, at + AROUND));
        return grain == 0 ? grain(0, priced.length) : grain;
    }

    private double grain(int from, int to) {
        double[] adjusted = IntStream.range(from, to)
                .map(j -> priced[j])
                .filter(i -> Math.abs(sheet.ratio(i) - 1) > FINEST)
                .mapToDouble(i -> sheet.row(i).adjustedClose())
                .toArray();
        if (adjusted.length == 0) {
            return 0;
        }
        int digits = FEWEST_DIGITS;
        for (double value : adjusted) {
            while (digits < MOST_DIGITS && !isWhole(value * StrictMath.pow(10, digits))) {
                digits++;
            }
        }
        return digits == MOST_DIGITS ? 0 : StrictMath.pow(10, -digits);
    }

    private static boolean isWhole(double value) {
        return Math.rint(value) != 0 && Math.abs(value - Math.rint(value)) <= 1e-9 * Math.max(1, Math.abs(value));
    }

    private static double scatter(double[] ratios) {
        double scatter =
                Medians.of(IntStream.range(1, ratios.length).mapToDouble(k -> Math.abs(ratios[k] / ratios[k - 1] - 1)));
        return scatter < 1 ? scatter : 0;
    }

    /** Where closes are as traded and adjusted ones are not, a split stands in the ratio too. */
    private double asTradedSplit(int j, double factor) {
        double split = sheet.split(priced[j]);
        double move = StrictMath.log(sheet.close(priced[j]) / sheet.close(priced[j - 1]));
        boolean asTraded = Math.abs(move + StrictMath.log(split)) < Math.abs(move)
                && Math.abs(StrictMath.log(factor * split)) < Math.abs(StrictMath.log(factor));
        return asTraded ? factor * split : factor;
    }
}
