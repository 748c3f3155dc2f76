package candor.marketdata;

import candor.marketdata.http.HttpSettings;
import candor.marketdata.tiingo.TiingoBars;
import candor.marketdata.yahoo.YahooBars;
import candor.marketdata.yahoo.YahooSettings;
import candor.store.port.BarReference.Fixed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Where bars are looked for, and how.
 *
 * @param order names by preference: {@code inbox} first or not at all, and providers
 * @param http how providers are asked
 * @param yahoo where Yahoo is asked
 * @param tiingo where Tiingo is asked
 */
public record SourceSettings(List<String> order, HttpSettings http, YahooSettings yahoo, HttpUrl tiingo) {

    private static final String SOURCES = "CANDOR_SOURCES";
    private static final String STANDARD_ORDER = "inbox,yahoo,tiingo";
    private static final Set<String> KNOWN = Set.of(Fixed.INBOX.text(), YahooBars.NAME, TiingoBars.NAME);

    public SourceSettings {
        order = List.copyOf(order);
        for (String name : order) {
            require(
                    KNOWN.contains(name),
                    SOURCES + " names '" + name + "', which is no source; write some of " + STANDARD_ORDER
                            + " in the order of preference, with commas between them");
        }
        require(new HashSet<>(order).size() == order.size(), SOURCES + " names a source twice: " + order);
        require(
                order.indexOf(Fixed.INBOX.text()) <= 0,
                SOURCES + " has 'inbox' behind a provider: " + order
                        + "; put it first, as a file that a user dropped goes before all providers");
    }

    /**
     * Settings from environment variables, all optional: {@code CANDOR_SOURCES} (the order; {@value #STANDARD_ORDER}),
     * {@code CANDOR_USER_AGENT}, and {@code CANDOR_YAHOO_URL} and {@code CANDOR_TIINGO_URL}, which point at a mirror or a
     * stand-in. Throws IllegalArgumentException that names the variable, its value and the remedy.
     */
    public static SourceSettings fromEnvironment(Map<String, String> environment) {
        List<String> order = new ArrayList<>();
        Arrays.stream(value(environment, SOURCES, STANDARD_ORDER).split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(order::add);
        String yahoo = value(environment, "CANDOR_YAHOO_URL", "");
        return new SourceSettings(
                order,
                HttpSettings.standard(value(environment, "CANDOR_USER_AGENT", HttpSettings.USER_AGENT)),
                yahoo.isEmpty() ? YahooSettings.standard() : YahooSettings.below(address("CANDOR_YAHOO_URL", yahoo)),
                address("CANDOR_TIINGO_URL", value(environment, "CANDOR_TIINGO_URL", TiingoBars.STANDARD.toString())));
    }

    /** Whether the user's own file goes before the providers. */
    boolean inboxFirst() {
        return order.contains(Fixed.INBOX.text());
    }

    private static String value(Map<String, String> environment, String name, String otherwise) {
        String value = environment.getOrDefault(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    private static HttpUrl address(String name, String value) {
        HttpUrl url = HttpUrl.parse(value.endsWith("/") ? value : value + "/");
        if (url == null) {
            throw new IllegalArgumentException(
                    name + " is '" + value + "'; set it to an address as http://127.0.0.1:8099");
        }
        return url;
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }
}
