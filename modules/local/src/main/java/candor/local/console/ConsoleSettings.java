package candor.local.console;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the console listens, by which names it may be asked for, and what those who ask have to bring.
 *
 * @param host name or address to bind to; {@value #LOOPBACK} unless someone wants otherwise
 * @param port 0..65535; 0 for any that is free
 * @param otherHosts names, besides those of loopback, {@code host} and the address that a request came in by, that its
 *     Host header may bear; without port, lower case
 * @param token null to ask for none, which is for loopback alone
 */
public record ConsoleSettings(
        String host,
        int port,
        Set<String> otherHosts,
        @Nullable AccessToken token) {

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
        return new ConsoleSettings(LOOPBACK, port, Set.of(), null);
    }

    /**
     * The address to listen on.
     *
     * @throws IllegalArgumentException where there is no such host, or others than this machine reach it and no token keeps
     *     them out
     */
    InetAddress address() {
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "no such host: '" + host + "'; choose an address of this machine, as in " + LOOPBACK, e);
        }
        if (token == null && !address.isLoopbackAddress()) {
            throw new IllegalArgumentException("others than this machine reach " + host
                    + ", so a token is needed, which they have to send: put one into CANDOR_SERVE_TOKEN, as in"
                    + " export CANDOR_SERVE_TOKEN=$(openssl rand -hex 16)");
        }
        return address;
    }
}
