package candor.benchmarks.repair;

import candor.store.port.RawBar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A stock that never was, as a good provider would serve it: unusual, and without a fault. */
final class Generated {

    private static final LocalDate FIRST = LocalDate.of(2015, 1, 2);
    private static final double OVERNIGHT = 0.5;

    private final Traits traits;
    private final Draw draw;
    private final DividendPlan plan;
    private final int splitOn;
    private final int jumpOn;
    private final List<RawBar> rows = new ArrayList<>();

    private Generated(Traits traits, Draw draw) {
        this.traits = traits;
        this.draw = draw;
        this.plan = traits.payer().plan(draw, traits.sessions());
        this.splitOn = traits.split() == 1 ? -1 : draw.whole(1, traits.sessions() - 1);
        this.jumpOn = traits.jump() == 0 ? -1 : draw.whole(1, traits.sessions() - 1);
    }

    /** Always the same for a seed. */
    static CleanHistory of(long seed) {
        Draw draw = new Draw(seed);
        Traits traits = Traits.of(draw);
        Generated made = new Generated(traits, draw);
        made.trade();
        if (traits.adjusted()) {
            made.adjust();
        } else {
            made.writeAsTraded();
        }
        return new CleanHistory("seed " + seed + ", " + traits.payer(), made.rows, traits.adjusted());
    }

    private void trade() {
        double value = traits.price();
        double close = rounded(value);
        LocalDate day = FIRST;
        for (int i = 0; i < traits.sessions(); i++) {
            Cash cash = i == 0 ? Cash.NONE : plan.on(i, close);
            double calm = draw.between(0.6, 1.4) * traits.volatility();
            double gap = traits.drift() + (i == jumpOn ? traits.jump() : 0) + OVERNIGHT * calm * draw.student();
            double opened = Math.max(value - traits.fall() * cash.total(), 0.15 * value) * StrictMath.exp(gap);
            value = opened * StrictMath.exp(StrictMath.sqrt(1 - OVERNIGHT * OVERNIGHT) * calm * draw.student());
            boolean traded = !draw.chance(traits.quiet());
            rows.add(traded ? traded(i, day, close, opened, value, cash) : standing(i, day, close, cash));
            close = rows.getLast().close();
            day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : draw.chance(0.03) ? 2 : 1);
            day = day.getDayOfWeek() == DayOfWeek.SATURDAY ? day.plusDays(2) : day;
        }
    }

    private RawBar traded(int i, LocalDate day, double before, double opened, double value, Cash cash) {
        double close = rounded(value);
        double open = switch (traits.opens()) {
            case OWN -> rounded(opened);
            case STALE -> rounded((before + opened) / 2);
            case CLOSE -> close;
        };
        boolean ranges = traits.opens() != Traits.Opens.CLOSE;
        double width = ranges ? traits.volatility() * draw.between(0, 1) : 0;
        double high = Math.max(Math.max(open, close), rounded(Math.max(open, close) * (1 + width)));
        double low = Math.min(Math.min(open, close), rounded(Math.min(open, close) * (1 - width)));
        double shares = Math.rint(draw.around(i == jumpOn ? 5e6 : 1e6, 1.6));
        return bar(i, day, open, high, low, close, shares, cash);
    }

    private RawBar standing(int i, LocalDate day, double before, Cash cash) {
        return bar(i, day, before, before, before, before, 0, cash);
    }

    private RawBar bar(
            int i, LocalDate day, double open, double high, double low, double close, double shares, Cash cash) {
        double volume = switch (traits.volumes()) {
            case REAL -> shares;
            case ZERO -> 0;
            case EMPTY -> Double.NaN;
        };
        double split = i == splitOn ? traits.split() : 0;
        return new RawBar(i + 2, day, open, high, low, close, Double.NaN, volume, cash.dividend(), split, cash.gain());
    }

    private double rounded(double price) {
        return Math.max(1, Math.rint(price / traits.tick())) * traits.tick();
    }

    private void adjust() {
        double factor = 1;
        for (int i = rows.size() - 1; i >= 0; i--) {
            RawBar row = rows.get(i);
            rows.set(i, row.withAdjustedClose(written(row.close() * factor)));
            factor *= i == 0
                    ? 1
                    : 1 - (row.dividend() + row.capitalGain()) / rows.get(i - 1).close();
        }
    }

    private double written(double adjusted) {
        // a provider that rounds does so by the digits of its prices
        int digits = traits.digits() - (int) Math.floor(StrictMath.log10(traits.price()));
        return traits.digits() == 0
                ? (float) adjusted
                : new BigDecimal(adjusted)
                        .setScale(digits, RoundingMode.HALF_EVEN)
                        .doubleValue();
    }

    /** Prices and dividends before the split as they were then. */
    private void writeAsTraded() {
        for (int i = 0; i < splitOn; i++) {
            RawBar row = rows.get(i);
            double ratio = traits.split();
            rows.set(
                    i,
                    row.withPrices(row.open() * ratio, row.high() * ratio, row.low() * ratio, row.close() * ratio)
                            .withVolume(Math.rint(row.volume() / ratio))
                            .withActions(row.dividend() * ratio, row.split(), row.capitalGain() * ratio));
        }
    }
}
