package candor.marketdata;

import candor.marketdata.http.HttpSettings;
import candor.marketdata.tiingo.TiingoBars;
import candor.marketdata.yahoo.YahooBars;
import candor.marketdata.yahoo.YahooSettings;
import candor.store.environment.Variable;
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

    private static final Set<String> KNOWN = Set.of(Fixed.INBOX.text(), YahooBars.NAME, TiingoBars.NAME);

    public SourceSettings {
        order = List.copyOf(order);
        for (String name : order) {
            require(
                    KNOWN.contains(name),
                    Variable.SOURCES + " names '" + name + "', which is no source; write some of "
                            + Variable.SOURCES.standard() + " in the order of preference, with commas between them");
        }
        require(new HashSet<>(order).size() == order.size(), Variable.SOURCES + " names a source twice: " + order);
        require(
                order.indexOf(Fixed.INBOX.text()) <= 0,
                Variable.SOURCES + " has 'inbox' behind a provider: " + order
                        + "; put it first, as a file that a user dropped goes before all providers");
    }

    /**
     * Settings from environment variables, all optional: the order, the user agent, and the addresses of providers. Throws
     * IllegalArgumentException that names the variable, its value and the remedy.
     */
    public static SourceSettings fromEnvironment(Map<String, String> environment) {
        List<String> order = new ArrayList<>();
        Arrays.stream(Variable.SOURCES.in(environment).split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(order::add);
        String yahoo = Variable.YAHOO_URL.in(environment);
        return new SourceSettings(
                order,
                HttpSettings.standard(Variable.USER_AGENT.in(environment)),
                yahoo.isEmpty() ? YahooSettings.standard() : YahooSettings.below(address(Variable.YAHOO_URL, yahoo)),
                address(Variable.TIINGO_URL, Variable.TIINGO_URL.in(environment)));
    }

    /** Whether the user's own file goes before the providers. */
    boolean inboxFirst() {
        return order.contains(Fixed.INBOX.text());
    }

    private static HttpUrl address(Variable name, String value) {
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
