// SPDX-License-Identifier: GPL-3.0-or-later
package candor.marketdata.csv;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Currencies in names of columns and in words: {@code Close (EUR)}, {@code # prices in GBp}, {@code Currency: CHF}. Many codes
 * are tickers too (AMD, COP, NIO, NOK): without the word currency beside it, a code counts only where it is no share of New
 * York.
 */
final class WrittenCurrency {

    private static final String SIGN = "US\\$|CA?\\$|AU?\\$|NZ\\$|HK\\$|S\\$|NT\\$|R\\$|\\p{Sc}";
    private static final String CODE =
            "USD|EUR|GBP|GBX|CHF|JPY|CAD|AUD|NZD|HKD|SGD|CNY|CNH|INR|KRW|TWD|SEK|DKK|PLN|CZK|HUF"
                    + "|ILS|ILA|ZAR|ZAC|BRL|MXN|TRY|RUB|THB|MYR";
    /** Those of the rest that people meet: shares of New York have such tickers, so that prices have to be named beside them. */
    private static final String TICKER_TOO = "NOK|IDR|PHP|COP|CLP|PEN|ARS|VND|PKR|ISK|RON|SAR|AED|QAR";

    private static final String WORD =
            "(?:US|U\\.S\\.|Canadian|Australian|Hong Kong|Singapore|New Zealand)? ?dollars?|euros?"
                    + "|pence|(?:British )?pounds?(?: sterling)?|sterling|(?:Japanese )?yen|Swiss francs?";
    private static final String PRICES =
            "prices?|quotes?|quoted|quotations?|values?|amounts?|figures|data|closes?|kurse?|preise?"
                    + "|angaben|cours|precios?|prezzi";

    private static final List<Pattern> NAMES = List.of(
            insensitive("(?<name>.+?)[ _]*[(\\[] *(?:in )?(?<mark>" + CODE + "|" + SIGN + "|p) *[)\\]]"),
            insensitive("(?<name>.+?)[ ,_./-]+(?:in[ _])?(?<mark>" + CODE + ")"),
            insensitive("(?<mark>" + CODE + ")[ ,_./-]+(?<name>.+)"),
            insensitive("(?<name>.+?)[ ,_./-]*(?<mark>" + SIGN + ")"),
            insensitive("(?<mark>" + SIGN + ")[ ,_./-]*(?<name>.+)"));
    private static final List<Pattern> LINES = List.of(
            insensitive(
                    "\\b(?:currency|ccy|w\u00E4hrung|waehrung|valuta|devise|moneda|divisa)\\b(?: code| of \\w+)?\\W{0,3}"
                            + "(?:(?:in|is|ist|en)\\b)?\\W{0,3}?(?<mark>" + WORD + "|\\b[A-Z]{3}\\b|" + SIGN + ")"),
            insensitive("\\b(?:" + PRICES + ")\\b[^,;|]{0,25}?\\b(?:in|en) (?<mark>(?:" + WORD + "|" + CODE + "|"
                    + TICKER_TOO + ")\\b|" + SIGN + ")"),
            insensitive("[(\\[] *(?:in )?(?<mark>" + CODE + "|" + SIGN + ") *[)\\]]"),
            insensitive("(?<!volume |turnover )\\bin (?<mark>" + CODE + "|" + SIGN + ")\\W*$"));

    private WrittenCurrency() {}

    private static Pattern insensitive(String regex) {
        return Pattern.compile(
                regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** The name of a column without its currency; the name itself where it has none. */
    static String without(String name) {
        Matcher found = find(name);
        return found == null ? name : found.group("name");
    }

    /** The currency in the name of a column, as {@link Currencies} has it; null where there is none. */
    static @Nullable String ofName(String name) {
        Matcher found = find(name);
        return found == null ? null : Currencies.code(found.group("mark"));
    }

    private static @Nullable Matcher find(String name) {
        return NAMES.stream()
                .map(pattern -> pattern.matcher(name.strip()))
                .filter(Matcher::matches)
                .findFirst()
                .orElse(null);
    }

    /** The currency that a line of words says prices are in; null where it says none. */
    static @Nullable String ofLine(String line) {
        for (Pattern pattern : LINES) {
            Matcher found = pattern.matcher(line);
            while (found.find()) {
                String code = Currencies.named(found.group("mark"));
                if (code != null) {
                    return code;
                }
            }
        }
        return null;
    }
}
