package candor.local.console;

import java.net.InetAddress;
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
        settings.otherHosts().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * @param headers all Host headers of a request; exactly one is right
     * @param local this machine's address by which the request came in; nobody can point a name at a number
     */
    boolean admits(@Nullable List<String> headers, InetAddress local) {
        if (headers == null || headers.size() != 1) {
            return false;
        }
        String name = nameIn(headers.getFirst());
        return names.contains(name) || isAddress(name, local);
    }

    private static boolean isAddress(String name, InetAddress local) {
        try {
            return InetAddress.ofLiteral(name).equals(local);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String nameIn(String header) {
        String host = header.strip().toLowerCase(Locale.ROOT);
        int port = host.indexOf(':', host.indexOf(']') + 1);
        return port < 0 ? host : host.substring(0, port);
    }
}
