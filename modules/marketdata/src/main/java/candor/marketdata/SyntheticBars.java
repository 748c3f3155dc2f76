package candor.marketdata;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Bar;
import candor.forecasting.synthetic.SyntheticSession;
import candor.forecasting.synthetic.SyntheticStock;
import candor.marketdata.text.Quoted;
import candor.store.failure.RequestRefused;
import candor.store.port.BarReference;
import candor.store.port.BarRequest;
import candor.store.port.BarSource;
import candor.store.port.Provenance;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The built-in synthetic stock as a source, with its true volatility. It gives closes as traded and actions, no adjusted
 * close: what a session looks like must not depend on how many were generated after it.
 */
public final class SyntheticBars implements BarSource {

    /** Where the built-in stock ends: a fixed day, so that the demo is the same for everybody. */
    private static final LocalDate BUILT_IN_TO = LocalDate.of(2025, 12, 31);

    private final TradingCalendar calendar;
    private final LocalDate from;
    private final LocalDate to;
    private final long seed;

    /**
     * @param from where the process starts, as in {@link SyntheticStock#DEFAULT_FROM}
     * @param to last day to generate
     * @param seed as in {@link SyntheticStock#DEFAULT_SEED}
     */
    public SyntheticBars(TradingCalendar calendar, LocalDate from, LocalDate to, long seed) {
        this.calendar = calendar;
        this.from = from;
        this.to = to;
        this.seed = seed;
    }

    /** The one stock that everybody gets, from {@link SyntheticStock#DEFAULT_FROM} to the end of 2025. */
    public static SyntheticBars builtIn(TradingCalendar calendar) {
        return new SyntheticBars(calendar, SyntheticStock.DEFAULT_FROM, BUILT_IN_TO, SyntheticStock.DEFAULT_SEED);
    }

    @Override
    public Retrieval retrieve(BarRequest request) {
        if (request.reference() != BarReference.Fixed.SYNTHETIC) {
            throw new RequestRefused("source: " + Quoted.of(request.reference().text()) + " is not "
                    + BarReference.Fixed.SYNTHETIC.text());
        }
        if (!request.symbol().equals(SyntheticStock.SYMBOL)) {
            throw new RequestRefused("symbol: the synthetic stock is " + SyntheticStock.SYMBOL + ", not "
                    + request.symbol() + " (ask for " + SyntheticStock.SYMBOL + ", or give bars with --csv FILE)");
        }
        List<SyntheticSession> sessions = SyntheticStock.generate(calendar, from, to, seed);
        SortedMap<String, String> provenance = new TreeMap<>();
        Provenance.PROCESS.note(provenance, "built-in synthetic stock");
        Provenance.FROM.note(provenance, from.toString());
        Provenance.TO.note(provenance, to.toString());
        Provenance.SEED.note(provenance, Long.toString(seed));
        Provenance.ROWS.note(provenance, Integer.toString(sessions.size()));
        return new Retrieval.Synthetic(
                IntStream.range(0, sessions.size())
                        .mapToObj(i -> rawBar(i + 1, sessions.get(i)))
                        .toList(),
                provenance,
                sessions.stream().map(SyntheticSession::trueStandardDeviation).toList());
    }

    private static RawBar rawBar(int line, SyntheticSession session) {
        Bar bar = session.bar();
        return new RawBar(
                line,
                bar.session(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                Double.NaN,
                bar.volume(),
                session.dividend(),
                session.splitRatio() == 1 ? 0 : session.splitRatio(),
                0);
    }
}
