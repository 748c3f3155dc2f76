package candor.forecasting.market;

import java.util.regex.Pattern;

/**
 * A ticker as its exchange writes it: one to fifteen of {@code A-Z 0-9 . ^ -}, beginning with a letter, a digit or
 * {@code ^}.
 *
 * @param value the ticker, upper case
 */
public record Symbol(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9^][A-Z0-9.^-]{0,14}");

    public Symbol {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException(
                    "bad symbol: '" + value + "'; write 1 to 15 of A-Z, 0-9, '.', '^', '-', as in STX or BRK-B");
        }
    }

    /** The symbol in {@code text}; throws IllegalArgumentException, with the remedy, where the text is none. */
    public static Symbol of(String text) {
        return new Symbol(text);
    }

    /** Whether {@link #of} takes the text. */
    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
