package candor.marketdata.vintage;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.market.Symbol;
import candor.store.port.BarProvider;
import candor.store.port.Download;
import candor.store.port.Instrument;
import candor.store.port.RawBar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One stock and what its provider says of it at any time: bars come late, are corrected, flicker, the running session has a
 * live row, adjusted closes follow the dividends known so far, and whole answers can lack a part.
 */
class World implements BarProvider {

    static final NyseCalendar CALENDAR = new NyseCalendar();
    static final Symbol SYMBOL = Symbol.of("STX");
    static final Instrument SHARE =
            new Instrument("USD", "NMS", "America/New_York", "EQUITY", "Seagate Technology Holdings PLC");

    private final String name;
    private final List<LocalDate> sessions;
    private final List<RawBar> truth = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<LocalDate> questions = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private @Nullable RuntimeException failure;

    /** What the provider says of one session otherwise, from one instant to another, exclusive. */
    record Fault(LocalDate session, Instant from, Instant until, UnaryOperator<@Nullable RawBar> change) {}

    /** @param bars as they are in truth, one for each session */
    World(String name, List<RawBar> bars) {
        this.name = name;
        this.sessions = bars.stream().map(RawBar::session).toList();
        this.truth.addAll(bars);
    }

    /** Sessions from 2024-01-02 on at 100.5, 101.5, ..., every 25th with a dividend of a half. */
    static List<RawBar> plain(int count) {
        List<LocalDate> days = CALENDAR.sessions(LocalDate.of(2024, 1, 2), LocalDate.of(2026, 12, 31));
        List<RawBar> bars = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double close = 100.5 + i % 7;
            bars.add(new RawBar(
                    0,
                    days.get(i),
                    close - 0.25,
                    close + 1,
                    close - 1,
                    close,
                    Double.NaN,
                    1000 + i,
                    i % 25 == 24 ? 0.5 : 0,
                    0,
                    0));
        }
        return bars;
    }

    /** The plain bars up to a day, in lines 1, 2, ... */
    static List<RawBar> numbered(int day) {
        List<RawBar> bars = plain(day + 1);
        for (int i = 0; i < bars.size(); i++) {
            bars.set(i, bars.get(i).withLine(i + 1));
        }
        return bars;
    }

    /** An instant on that session at which all bars up to it are final. */
    static Instant evening(LocalDate session) {
        return CALENDAR.close(session).orElseThrow().plusSeconds(3 * 3600);
    }

    void at(Instant instant) {
        now = instant;
    }

    Instant now() {
        return now;
    }

    LocalDate session(int index) {
        return sessions.get(index);
    }

    /** Adds a fault that a later one of the same session comes on top of. */
    void say(int session, Instant from, Instant until, UnaryOperator<@Nullable RawBar> change) {
        faults.add(new Fault(sessions.get(session), from, until, change));
    }

    /** Every question from now on is answered by this; null for bars again. */
    void fail(@Nullable RuntimeException with) {
        failure = with;
    }

    /** The first day of each question so far. */
    List<LocalDate> questions() {
        return questions;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Download download(Symbol symbol, LocalDate from, LocalDate to) {
        questions.add(from);
        if (failure != null) {
            throw failure;
        }
        List<RawBar> known = adjusted(truth.stream()
                .filter(bar -> !CALENDAR.open(bar.session()).orElseThrow().isAfter(now))
                .map(this::asSaid)
                .filter(Objects::nonNull)
                .toList());
        List<RawBar> rows = known.stream()
                .filter(bar -> !bar.session().isBefore(from) && !bar.session().isAfter(to))
                .toList();
        return new Download(name, SHARE, rows, from, to, List.of());
    }

    private @Nullable RawBar asSaid(RawBar bar) {
        boolean over = !CALENDAR.close(bar.session()).orElseThrow().isAfter(now);
        RawBar said = over ? bar : bar.withPrices(bar.open(), bar.open() + 0.1, bar.open() - 0.1, bar.open());
        for (Fault fault : faults) {
            if (said != null
                    && fault.session().equals(bar.session())
                    && !now.isBefore(fault.from())
                    && now.isBefore(fault.until())) {
                said = fault.change().apply(said);
            }
        }
        return said;
    }

    /** Adjusted closes by the proportional method, as of the last row. */
    private static List<RawBar> adjusted(List<RawBar> rows) {
        List<RawBar> adjusted = new ArrayList<>(rows);
        double factor = 1;
        for (int i = rows.size() - 1; i >= 0; i--) {
            RawBar row = rows.get(i);
            adjusted.set(i, row.withAdjustedClose(row.close() * factor));
            if (i > 0 && !Double.isNaN(rows.get(i - 1).close())) {
                factor *= (1
                                - (row.dividend() + row.capitalGain())
                                        / rows.get(i - 1).close())
                        / (row.split() > 0 ? row.split() : 1);
            }
        }
        return adjusted;
    }

    static UnaryOperator<@Nullable RawBar> absent() {
        return bar -> null;
    }

    static UnaryOperator<@Nullable RawBar> empty() {
        return bar -> Objects.requireNonNull(bar)
                .withPrices(Double.NaN, Double.NaN, Double.NaN, Double.NaN)
                .withVolume(Double.NaN)
                .withActions(0, 0, 0);
    }

    static UnaryOperator<@Nullable RawBar> moved(double factor) {
        return bar -> closing(Objects.requireNonNull(bar).close() * factor).apply(bar);
    }

    static UnaryOperator<@Nullable RawBar> closing(double close) {
        return bar -> {
            RawBar known = Objects.requireNonNull(bar);
            return known.withPrices(known.open(), Math.max(known.high(), close), Math.min(known.low(), close), close);
        };
    }
}
