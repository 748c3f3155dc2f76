package candor.marketdata.csv;

import candor.store.port.RawBar;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * How many units of a file's prices are one of the currency. Some writers have whole numbers for prices; they are
 * divided only where the form of the file proves whose they are:
 *
 * <ul>
 *   <li>Databento, by its columns ts_event and rtype: billionths, where all prices are whole and above a cent;
 *   <li>LEAN, by dates written as 20210924 00:00: ten-thousandths, where all prices are whole and above a cent, and two
 *       of three are whole cents.
 * </ul>
 *
 * Such a number and its divisor are exact doubles, so that their quotient is the price as it would be read from decimals.
 */
enum PriceScale {
    ONE(1),
    LEAN(1e4),
    DATABENTO(1e9);

    private static final Set<String> DATABENTOS_COLUMNS = Set.of("ts_event", "rtype");
    private static final Pattern LEANS_DATE = Pattern.compile("[0-9]{8} 00:00");

    /** What Databento writes for a price that is unknown: the greatest of the whole numbers that it has. */
    private static final double UNKNOWN = 0x1p63;

    private final double divisor;

    PriceScale(double divisor) {
        this.divisor = divisor;
    }

    /**
     * The scale that the file proves.
     *
     * @param columns names of its columns as they are written
     * @param date the first date as it is written
     */
    static PriceScale proved(List<String> columns, String date, List<RawBar> bars) {
        if (columns.containsAll(DATABENTOS_COLUMNS) && DATABENTO.areWhole(bars)) {
            return DATABENTO;
        }
        boolean lean = LEANS_DATE.matcher(date).matches() && LEAN.areWhole(bars) && LEAN.areMostlyCents(bars);
        return lean ? LEAN : ONE;
    }

    private boolean areWhole(List<RawBar> bars) {
        return bars.stream()
                .flatMapToDouble(PriceScale::prices)
                .allMatch(price -> price == Math.rint(price) && price * 100 >= divisor);
    }

    private boolean areMostlyCents(List<RawBar> bars) {
        var cents = bars.stream()
                .flatMapToDouble(PriceScale::prices)
                .boxed()
                .collect(Collectors.partitioningBy(price -> price % (divisor / 100) == 0, Collectors.counting()));
        return cents.getOrDefault(true, 0L) >= 2 * cents.getOrDefault(false, 0L);
    }

    private static DoubleStream prices(RawBar bar) {
        return DoubleStream.of(bar.open(), bar.high(), bar.low(), bar.close()).filter(price -> !Double.isNaN(price));
    }

    /** What one of the currency is in the file's prices. */
    double divisor() {
        return divisor;
    }

    /** The bars with their prices in the currency. */
    List<RawBar> applied(List<RawBar> bars) {
        return this == ONE ? bars : bars.stream().map(this::applied).toList();
    }

    private RawBar applied(RawBar bar) {
        return bar.withPrices(applied(bar.open()), applied(bar.high()), applied(bar.low()), applied(bar.close()));
    }

    private double applied(double price) {
        return price == UNKNOWN ? Double.NaN : price / divisor;
    }
}
