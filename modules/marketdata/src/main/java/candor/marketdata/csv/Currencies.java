package candor.marketdata.csv;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names of currencies by what numbers carry: signs, ISO codes, and the pence of London. */
final class Currencies {

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("$", "USD"),
            Map.entry("US$", "USD"),
            Map.entry("C$", "CAD"),
            Map.entry("CA$", "CAD"),
            Map.entry("A$", "AUD"),
            Map.entry("AU$", "AUD"),
            Map.entry("NZ$", "NZD"),
            Map.entry("HK$", "HKD"),
            Map.entry("S$", "SGD"),
            Map.entry("NT$", "TWD"),
            Map.entry("R$", "BRL"),
            Map.entry("\u20AC", "EUR"),
            Map.entry("\u00A3", "GBP"),
            Map.entry("\u20B9", "INR"),
            Map.entry("\u20A9", "KRW"),
            Map.entry("\u20AA", "ILS"),
            Map.entry("\u20BA", "TRY"),
            Map.entry("\u20BD", "RUB"),
            // a hundredth of a pound, of a rand, of a shekel: exchanges quote in them
            Map.entry("p", "GBX"),
            Map.entry("GBp", "GBX"),
            Map.entry("GBX", "GBX"),
            Map.entry("GBx", "GBX"),
            Map.entry("ZAc", "ZAC"),
            Map.entry("ZAC", "ZAC"),
            Map.entry("ILA", "ILA"));

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("dollar", "USD"),
            Map.entry("us dollar", "USD"),
            Map.entry("u.s. dollar", "USD"),
            Map.entry("canadian dollar", "CAD"),
            Map.entry("australian dollar", "AUD"),
            Map.entry("hong kong dollar", "HKD"),
            Map.entry("singapore dollar", "SGD"),
            Map.entry("new zealand dollar", "NZD"),
            Map.entry("euro", "EUR"),
            Map.entry("pence", "GBX"),
            Map.entry("pound", "GBP"),
            Map.entry("british pound", "GBP"),
            Map.entry("pound sterling", "GBP"),
            Map.entry("british pound sterling", "GBP"),
            Map.entry("sterling", "GBP"),
            Map.entry("yen", "JPY"),
            Map.entry("japanese yen", "JPY"),
            Map.entry("swiss franc", "CHF"));

    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Currencies() {}

    /** The ISO code of a mark, or the mark itself where it is a sign of several; null where it is no currency. */
    static @Nullable String code(String mark) {
        String known = SIGNS.get(mark);
        if (known != null) {
            return known;
        }
        String code = mark.toUpperCase(Locale.ROOT);
        boolean sign = mark.length() == 1 && Character.getType(mark.charAt(0)) == Character.CURRENCY_SYMBOL;
        return sign || CODES.contains(code) ? code : null;
    }

    /** As {@link #code}, in words too, as in {@code euros}. */
    static @Nullable String named(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT).replaceAll("(dollar|euro|pound|franc)s\\b", "$1");
        String known = WORDS.get(word);
        return known == null ? code(text.strip()) : known;
    }
}
