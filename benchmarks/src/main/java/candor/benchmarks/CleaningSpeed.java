package candor.benchmarks;

import candor.cleaning.Cleaner;
import candor.cleaning.CleaningResult;
import candor.cleaning.CleaningRules;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Adjustment;
import candor.store.json.Json;
import candor.store.port.Provenance;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Cleaning the bars of many symbols, one after the other on one thread: seeded walks with quarterly dividends and adjusted
 * closes, every tenth with faults of each kind that are repaired or set aside. Prints one JSON line with seconds, the first
 * time and the median once it is warm, and what was changed.
 */
public final class CleaningSpeed {

    private static final long SEED = 20260424;
    private static final LocalDate FIRST = LocalDate.of(2004, 1, 2);
    private static final int DIVIDEND_EVERY = 63;

    private CleaningSpeed() {}

    /** @param arguments symbols, sessions of each, and how many times all are cleaned when warm */
    public static void main(String[] arguments) {
        int symbols = Integer.parseInt(arguments[0]);
        int sessions = Integer.parseInt(arguments[1]);
        int repeats = Integer.parseInt(arguments[2]);
        TradingCalendar calendar = new NyseCalendar();
        List<LocalDate> days = calendar.sessions(FIRST, calendar.lastDay()).subList(0, sessions);
        List<Retrieval> retrievals = new ArrayList<>();
        for (int symbol = 0; symbol < symbols; symbol++) {
            retrievals.add(retrieval(days, new Random(SEED + symbol), symbol % 10 == 0));
        }
        Cleaner cleaner = new Cleaner(
                calendar,
                CleaningRules.standard(),
                (bars, actions) -> Adjustment.of(bars, actions).adjustedCloses());
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("cold_s", seconds(cleaner, retrievals, line));
        List<Double> warm = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            warm.add(seconds(cleaner, retrievals, line));
        }
        line.put("warm_s", warm.stream().sorted().toList().get(repeats / 2));
        System.out.println(new String(Json.writeLine(line), StandardCharsets.UTF_8));
    }

    private static double seconds(Cleaner cleaner, List<Retrieval> retrievals, Map<String, Object> line) {
        System.gc(); // what the last turn left is not this one's to clear
        long start = System.nanoTime();
        long bars = 0;
        long repaired = 0;
        long quarantined = 0;
        for (Retrieval retrieval : retrievals) {
            CleaningResult result =
                    cleaner.clean(retrieval, retrieval.bars().getLast().session());
            bars += result.counts().bars();
            repaired += result.counts().repaired();
            quarantined += result.counts().quarantined();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        line.put("bars", bars);
        line.put("repaired", repaired);
        line.put("quarantined", quarantined);
        return seconds;
    }

    private static Retrieval retrieval(List<LocalDate> days, Random random, boolean faulty) {
        List<RawBar> bars = new ArrayList<>();
        double close = 40;
        for (int i = 0; i < days.size(); i++) {
            double open = close;
            close = Math.max(2, Math.rint(100 * open * Math.exp(0.018 * random.nextGaussian())) / 100);
            double high = Math.max(open, close) + 0.2;
            double low = Math.min(open, close) - 0.2;
            double dividend = i % DIVIDEND_EVERY == DIVIDEND_EVERY - 1 ? 0.25 : 0;
            bars.add(new RawBar(
                    i + 2,
                    days.get(i),
                    open,
                    high,
                    low,
                    close,
                    Double.NaN,
                    1e6 + random.nextInt(1_000_000),
                    dividend,
                    0,
                    0));
        }
        List<RawBar> adjusted = adjusted(bars);
        if (faulty) {
            spoil(adjusted);
        }
        return new Retrieval.OneFile(
                Retrieval.Place.CSV, adjusted, true, new TreeMap<>(Map.of(Provenance.FILE.key(), "benchmark")));
    }

    private static List<RawBar> adjusted(List<RawBar> bars) {
        List<RawBar> adjusted = new ArrayList<>(bars);
        double factor = 1;
        for (int i = bars.size() - 1; i >= 0; i--) {
            adjusted.set(i, bars.get(i).withAdjustedClose(bars.get(i).close() * factor));
            factor *= i == 0 ? 1 : 1 - bars.get(i).dividend() / bars.get(i - 1).close();
        }
        return adjusted;
    }

    /** A price in another unit, high and low exchanged, a row without prices. */
    private static void spoil(List<RawBar> bars) {
        RawBar hundredfold = bars.get(1000);
        bars.set(
                1000,
                hundredfold.withPrices(
                        100 * hundredfold.open(),
                        100 * hundredfold.high(),
                        100 * hundredfold.low(),
                        100 * hundredfold.close()));
        RawBar exchanged = bars.get(2000);
        bars.set(2000, exchanged.withPrices(exchanged.open(), exchanged.low(), exchanged.high(), exchanged.close()));
        bars.set(3000, bars.get(3000).withPrices(Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    }
}
