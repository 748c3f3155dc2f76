package candor.cleaning.repair;

import candor.store.port.RawBar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * A stock that never was, as a good provider would serve it: moves of Student's t with three degrees of freedom scaled to
 * some 1.5 % a day, prices in cents, a dividend of about 1 % each 63 sessions whose price falls by it, adjusted closes.
 */
final class Series {

    static final int EVERY = 63;

    final SplittableRandom random;
    final List<RawBar> rows = new ArrayList<>();

    Series(long seed, int sessions) {
        random = new SplittableRandom(seed);
        double close = 20 + 100 * random.nextDouble();
        double amount = Math.rint(close) / 100;
        LocalDate day = LocalDate.of(2015, 1, 2);
        for (int i = 0; i < sessions; i++) {
            boolean ex = i % EVERY == EVERY / 2;
            double cash = ex ? Math.rint(100 * amount * (0.95 + random.nextDouble() / 5)) / 100 : 0;
            double open = cents((close - cash) * StrictMath.exp(0.006 * student()));
            close = cents(open * StrictMath.exp(0.009 * student()));
            double high = cents(Math.max(open, close) * (1 + 0.01 * random.nextDouble()));
            double low = cents(Math.min(open, close) * (1 - 0.01 * random.nextDouble()));
            double volume = Math.rint(1e6 * StrictMath.exp(0.4 * random.nextGaussian()));
            rows.add(new RawBar(i + 2, day, open, high, low, close, Double.NaN, volume, cash, 0, 0));
            day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        }
        adjust(cashes());
    }

    /** The dividends column. */
    double[] cashes() {
        return rows.stream().mapToDouble(RawBar::dividend).toArray();
    }

    /** The indices of the ex-dates. */
    int[] exDates() {
        return java.util.stream.IntStream.range(1, rows.size())
                .filter(i -> rows.get(i).dividend() > 0)
                .toArray();
    }

    int anyExDate() {
        int[] all = exDates();
        return all[random.nextInt(all.length)];
    }

    /** Makes adjusted closes for this cash, whatever the column says. */
    void adjust(double[] cash) {
        double factor = 1;
        for (int i = rows.size() - 1; i >= 0; i--) {
            rows.set(i, rows.get(i).withAdjustedClose(rows.get(i).close() * factor));
            factor *= i > 0 ? 1 - cash[i] / rows.get(i - 1).close() : 1;
        }
    }

    void change(int index, UnaryOperator<RawBar> how) {
        rows.set(index, how.apply(rows.get(index)));
    }

    void pay(int index, double cash) {
        change(index, row -> row.withActions(cash, row.split(), 0));
    }

    void split(int index, double ratio) {
        change(index, row -> row.withActions(row.dividend(), ratio, 0));
    }

    /** Multiplies all prices of the rows, from inclusive, to exclusive. */
    void scale(int from, int to, double factor, double volumes) {
        for (int i = from; i < to; i++) {
            change(i, row -> scaled(row, factor).withVolume(row.volume() * volumes));
        }
    }

    static RawBar scaled(RawBar row, double factor) {
        return row.withPrices(row.open() * factor, row.high() * factor, row.low() * factor, row.close() * factor)
                .withAdjustedClose(row.adjustedClose() * factor);
    }

    private double student() {
        double normal = random.nextGaussian();
        double chi = 0;
        for (int i = 0; i < 3; i++) {
            double part = random.nextGaussian();
            chi += part * part;
        }
        return Math.clamp(normal / Math.sqrt(chi / 3), -12, 12);
    }

    private static double cents(double price) {
        return Math.max(0.01, Math.rint(price * 100) / 100);
    }
}
