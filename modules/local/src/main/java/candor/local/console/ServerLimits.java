package candor.local.console;

import java.util.Map;
import java.util.TreeMap;

/**
 * What visitors may take of this machine. The limits of connections and times are kept by the JDK's server, which reads them
 * once in a process, from system properties; one that is set already stays as it is.
 */
final class ServerLimits {

    /** Connections at a time; one more is closed as it comes. */
    static final int CONNECTIONS = 4_096;

    /** Connections that are kept open between requests. */
    static final int IDLE_CONNECTIONS = 512;

    /** From a request's first byte until its last; also until a new connection's first byte. */
    static final int REQUEST_SECONDS = 10;

    /** From a request's last byte until the last one of its answer. */
    static final int RESPONSE_SECONDS = 60;

    /** Between requests on a connection. */
    static final int IDLE_SECONDS = 30;

    static final int HEADER_LINES = 100;
    static final int HEADER_BYTES = 16_384;

    /** One body, as Lambda takes it. */
    static final int BODY_BYTES = 6_000_000;

    /** All bodies that are held at a time. */
    static final int ALL_BODIES_BYTES = 48_000_000;

    private static final Map<String, String> PROPERTIES = new TreeMap<>(Map.of(
            // Head and body of an answer are two packets: without this the second waits for the client's delayed ACK.
            "sun.net.httpserver.nodelay", "true",
            "jdk.httpserver.maxConnections", Integer.toString(CONNECTIONS),
            "sun.net.httpserver.maxIdleConnections", Integer.toString(IDLE_CONNECTIONS),
            "sun.net.httpserver.maxReqTime", Integer.toString(REQUEST_SECONDS),
            "sun.net.httpserver.maxRspTime", Integer.toString(RESPONSE_SECONDS),
            "sun.net.httpserver.idleInterval", Integer.toString(IDLE_SECONDS),
            "sun.net.httpserver.maxReqHeaders", Integer.toString(HEADER_LINES),
            "sun.net.httpserver.maxReqHeaderSize", Integer.toString(HEADER_BYTES)));

    private ServerLimits() {}

    /** Has to come before the process's first server. */
    static void install() {
        PROPERTIES.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }
}
