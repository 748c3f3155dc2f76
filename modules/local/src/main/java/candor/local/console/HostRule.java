package candor.local.console;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which Host headers are answered. A page of some other site whose name an attacker points to 127.0.0.1 (DNS rebinding)
 * still sends its own name, and gets nothing.
 */
final class HostRule {

    private final Set<String> names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));

    HostRule(ConsoleSettings settings) {
        String host = settings.host().toLowerCase(Locale.ROOT);
        names.add(host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host);
        names.addAll(settings.otherHosts());
    }

    /** @param headers all Host headers of a request; exactly one is right */
    boolean admits(@Nullable List<String> headers) {
        return headers != null && headers.size() == 1 && names.contains(nameIn(headers.getFirst()));
    }

    private static String nameIn(String header) {
        String host = header.strip().toLowerCase(Locale.ROOT);
        int port = host.indexOf(':', host.indexOf(']') + 1);
        return port < 0 ? host : host.substring(0, port);
    }
}
