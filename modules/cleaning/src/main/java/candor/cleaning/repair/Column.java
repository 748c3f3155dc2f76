package candor.cleaning.repair;

import candor.store.port.RawBar;
import java.util.List;

/** The columns of a row that a repair may change, each with the name that the log gives it. */
enum Column {
    OPEN("open"),
    HIGH("high"),
    LOW("low"),
    CLOSE("close"),
    ADJUSTED_CLOSE("adjustedClose"),
    VOLUME("volume"),
    DIVIDEND("dividend");

    /** Open, high, low and close. */
    static final List<Column> PRICES = List.of(OPEN, HIGH, LOW, CLOSE);

    private final String label;

    Column(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    double of(RawBar row) {
        return switch (this) {
            case OPEN -> row.open();
            case HIGH -> row.high();
            case LOW -> row.low();
            case CLOSE -> row.close();
            case ADJUSTED_CLOSE -> row.adjustedClose();
            case VOLUME -> row.volume();
            case DIVIDEND -> row.dividend();
        };
    }

    RawBar with(RawBar row, double value) {
        return switch (this) {
            case OPEN -> row.withPrices(value, row.high(), row.low(), row.close());
            case HIGH -> row.withPrices(row.open(), value, row.low(), row.close());
            case LOW -> row.withPrices(row.open(), row.high(), value, row.close());
            case CLOSE -> row.withPrices(row.open(), row.high(), row.low(), value);
            case ADJUSTED_CLOSE -> row.withAdjustedClose(value);
            case VOLUME -> row.withVolume(value);
            case DIVIDEND -> row.withActions(value, row.split(), row.capitalGain());
        };
    }

    /** Whether the cell holds a price that can be: positive and finite. */
    boolean isPrice(RawBar row) {
        return isPrice(of(row));
    }

    static boolean isPrice(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }
}
