package candor.benchmarks.mutant;

import candor.cleaning.CleaningResult;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Adjustment;
import candor.forecasting.market.Bar;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Mistakes in what becomes of a source's rows. */
final class CleaningMistakes {

    /** Daily moves beyond so many standard deviations are taken for errors. */
    private static final double CLIPPED_AT = 3;

    /** Adjusted closes of an older retrieval over those of the newer one, before the dividends between them. */
    private static final double OLDER_VINTAGE = 1 / 0.9514;

    private static final int QUARTER = 63;

    private CleaningMistakes() {}

    static List<Mutant> all() {
        return List.of(
                new Mutant(
                        "real-moves-clipped",
                        "Closes that move by more than three standard deviations are moved back.",
                        List.of("real moves kept"),
                        Mutant.cleaning(stock -> clipped(stock.cleaned()))),
                new Mutant(
                        "holidays-filled",
                        "Holidays get the close before, so that their return is zero.",
                        List.of("real moves kept", "finished sessions"),
                        Mutant.cleaning(stock -> filled(stock.cleaned(), stock.calendar()))),
                new Mutant(
                        "mixed-vintages",
                        "The older half of the adjusted closes is of an earlier retrieval.",
                        List.of("one vintage"),
                        Mutant.cleaning(stock -> mixed(stock.cleaned()))),
                new Mutant(
                        "partial-last-day",
                        "The last bar was taken in the middle of the session and is kept.",
                        List.of("full last day"),
                        stock -> Mutant.cleaning(CleaningMistakes::withLastRow)
                                .on(stock.withGiven(endingEarly(stock.given())))));
    }

    private static CleaningResult clipped(CleaningResult cleaned) {
        double[] returns = Adjustment.of(cleaned.bars(), cleaned.actions()).logReturns();
        double limit = CLIPPED_AT * Sums.deviation(Arrays.copyOfRange(returns, 1, returns.length));
        List<Bar> bars = new ArrayList<>(cleaned.bars());
        for (int t = 1; t < returns.length; t++) {
            if (Math.abs(returns[t]) > limit) {
                Bar bar = bars.get(t);
                double factor = StrictMath.exp(Math.copySign(limit, returns[t]) - returns[t]);
                bars.set(t, closingAt(bar, bar.close() * factor));
            }
        }
        return with(cleaned, bars, adjusted(bars, cleaned));
    }

    private static Bar closingAt(Bar bar, double close) {
        return new Bar(
                bar.session(),
                bar.open(),
                Math.max(bar.high(), close),
                Math.min(bar.low(), close),
                close,
                bar.volume());
    }

    private static CleaningResult filled(CleaningResult cleaned, TradingCalendar calendar) {
        List<Bar> bars = new ArrayList<>();
        for (Bar bar : cleaned.bars()) {
            if (!bars.isEmpty()) {
                double close = bars.getLast().close();
                bars.getLast()
                        .session()
                        .plusDays(1)
                        .datesUntil(bar.session())
                        .filter(day -> isHoliday(day, calendar))
                        .forEach(day -> bars.add(new Bar(day, close, close, close, close, 0)));
            }
            bars.add(bar);
        }
        return with(cleaned, bars, adjusted(bars, cleaned));
    }

    private static boolean isHoliday(LocalDate day, TradingCalendar calendar) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !calendar.isSession(day);
    }

    private static CleaningResult mixed(CleaningResult cleaned) {
        List<Double> adjusted = new ArrayList<>(cleaned.adjustedCloses());
        for (int t = 0; t < adjusted.size() / 2; t++) {
            adjusted.set(t, adjusted.get(t) * OLDER_VINTAGE);
        }
        return with(cleaned, cleaned.bars(), adjusted);
    }

    /** The source's rows up to the middle of the last session. */
    private static Retrieval endingEarly(Retrieval given) {
        List<RawBar> rows = new ArrayList<>(given.bars());
        RawBar last = rows.getLast();
        double usual = rows.subList(Math.max(rows.size() - QUARTER, 0), rows.size()).stream()
                .mapToDouble(RawBar::volume)
                .min()
                .orElseThrow();
        rows.set(rows.size() - 1, last.withVolume(Math.rint(usual / 3)));
        return given.withBars(rows);
    }

    /** What was cleaned, and the last row nevertheless. */
    private static CleaningResult withLastRow(Specimen stock) {
        CleaningResult cleaned = stock.cleaned();
        RawBar row = stock.given().bars().getLast();
        List<Bar> bars = new ArrayList<>(cleaned.bars());
        if (bars.getLast().session().isBefore(row.session())) {
            bars.add(new Bar(row.session(), row.open(), row.high(), row.low(), row.close(), row.volume()));
        }
        return with(cleaned, bars, adjusted(bars, cleaned));
    }

    private static List<Double> adjusted(List<Bar> bars, CleaningResult cleaned) {
        return Arrays.stream(Adjustment.of(bars, cleaned.actions()).adjustedCloses())
                .boxed()
                .toList();
    }

    private static CleaningResult with(CleaningResult cleaned, List<Bar> bars, List<Double> adjusted) {
        return new CleaningResult(
                bars,
                adjusted,
                cleaned.actions(),
                cleaned.log(),
                cleaned.quarantined(),
                cleaned.gaps(),
                cleaned.counts(),
                cleaned.basis(),
                null);
    }
}
