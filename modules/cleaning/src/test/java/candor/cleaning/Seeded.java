// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.market.Adjustment;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.data.Offset;

/** Seeded stocks in whole cents, and what the judge says of them where they come without adjusted closes. */
final class Seeded {

    static final int SESSIONS = 600;

    static final Offset<Double> ROUNDING = Offset.offset(2e-4);

    private Seeded() {}

    /** A stock of about 80 dollars that moves by 1.5 percent a day. */
    static List<RawBar> walk(long seed) {
        return walk(seed, 80, 0.015);
    }

    static List<RawBar> walk(long seed, double price, double daily) {
        Random random = new Random(seed);
        List<RawBar> rows = new ArrayList<>();
        double close = price;
        for (LocalDate session : new NyseCalendar()
                .sessions(LocalDate.of(2020, 1, 2), LocalDate.of(2023, 1, 2))
                .subList(0, SESSIONS)) {
            double open = cents(close * Math.exp(0.5 * daily * random.nextGaussian()));
            close = cents(open * Math.exp(0.85 * daily * random.nextGaussian()));
            double high = cents(Math.max(open, close) * (1 + 0.5 * daily * random.nextDouble()));
            double low = cents(Math.min(open, close) * (1 - 0.5 * daily * random.nextDouble()));
            double volume = Math.rint(1e6 * Math.exp(0.3 * random.nextGaussian()));
            rows.add(new RawBar(
                    rows.size() + 2,
                    session,
                    open,
                    Math.max(high, Math.max(open, close)),
                    Math.min(low, Math.min(open, close)),
                    close,
                    Double.NaN,
                    volume,
                    0,
                    0,
                    0));
        }
        return rows;
    }

    private static double cents(double price) {
        return Math.max(0.01, Math.rint(100 * price) / 100);
    }

    static RawBar times(RawBar row, double factor) {
        return row.withPrices(row.open() * factor, row.high() * factor, row.low() * factor, row.close() * factor);
    }

    /** The row as it was before a split of that ratio. */
    static RawBar split(RawBar row, double ratio) {
        return times(row, ratio).withVolume(Math.rint(row.volume() / ratio));
    }

    static Ruling ruling(Ruling.Kind kind, LocalDate session, double ratio) {
        return new Ruling(kind, session, ratio, "USER", Instant.EPOCH);
    }

    static Verdict judged(List<RawBar> rows, Ruling... said) {
        return judged(rows, rows.getLast().session(), new Rulings(List.of(said)));
    }

    static Verdict judged(List<RawBar> rows, LocalDate asOf, Rulings rulings) {
        Retrieval given = new Retrieval.OneFile(
                Retrieval.Place.CSV, rows, false, new TreeMap<>(Map.of("columns", "Date,Open,High,Low,Close,Volume")));
        return new Judge(
                        new NyseCalendar(),
                        CleaningRules.ofAnyLength(),
                        (bars, actions) -> Adjustment.of(bars, actions).adjustedCloses())
                .of(given, asOf, rulings);
    }

    /** The logarithm of the return of the t-th bar. */
    static double moveAt(CleaningResult result, int t) {
        return StrictMath.log(
                result.adjustedCloses().get(t) / result.adjustedCloses().get(t - 1));
    }

    static double moveAt(List<RawBar> rows, int t) {
        return StrictMath.log(rows.get(t).close() / rows.get(t - 1).close());
    }
}
