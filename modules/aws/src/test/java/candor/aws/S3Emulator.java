package candor.aws;

import com.adobe.testing.s3mock.S3MockApplication;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * S3Mock in this JVM, over plain HTTP on a free port of the loopback address; or the S3 of what {@link OtherAws} names. S3Mock
 * answers one request at a time: S3 checks a
 * condition and writes in one step, S3Mock in two, and with several threads lets several conditional writers win.
 */
final class S3Emulator implements AutoCloseable {

    private static final Map<String, Object> PROPERTIES = Map.of(
            "server.ssl.enabled",
            false,
            "server.address",
            "127.0.0.1",
            "server.tomcat.threads.max",
            1,
            "server.tomcat.threads.min-spare",
            1,
            S3MockApplication.PROP_HTTPS_PORT,
            S3MockApplication.RANDOM_PORT,
            S3MockApplication.PROP_HTTP_PORT,
            S3MockApplication.RANDOM_PORT,
            S3MockApplication.PROP_SILENT,
            true);

    private final @Nullable S3MockApplication application =
            OtherAws.endpoint().isPresent() ? null : S3MockApplication.start(new TreeMap<>(PROPERTIES));

    // Deprecated as S3Mock's libraries may clash with one's own; here they are pinned, and a JVM of its own costs
    // seconds.
    @SuppressWarnings("deprecation")
    URI endpoint() {
        return application == null
                ? OtherAws.endpoint().orElseThrow()
                : URI.create("http://127.0.0.1:" + application.getPort());
    }

    // See endpoint().
    @Override
    @SuppressWarnings("deprecation")
    public void close() {
        if (application != null) {
            application.stop();
        }
    }
}
