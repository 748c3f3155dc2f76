package candor.local.console;

import java.util.Set;

/**
 * Where the console listens and by which names it may be asked for.
 *
 * @param host name or address to bind to; {@value #LOOPBACK} unless someone wants otherwise
 * @param port 0..65535; 0 for any that is free
 * @param otherHosts names, besides those of loopback and {@code host}, that a request's Host header may bear; without
 *     port, lower case
 */
public record ConsoleSettings(String host, int port, Set<String> otherHosts) {

    public static final String LOOPBACK = "127.0.0.1";

    public ConsoleSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("no host to listen on; write an address, as in " + LOOPBACK);
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("bad port: " + port + "; write 1 to 65535, or 0 for any that is free");
        }
        otherHosts = Set.copyOf(otherHosts);
    }

    /** On loopback only. */
    public static ConsoleSettings onLoopback(int port) {
        return new ConsoleSettings(LOOPBACK, port, Set.of());
    }
}
