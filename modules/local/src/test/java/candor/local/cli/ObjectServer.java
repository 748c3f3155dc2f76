package candor.local.cli;

import candor.store.checkpoint.Digest;
import java.io.IOException;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** As much of S3 on loopback as the object store asks for: buckets, objects, lists, and conditional writes by entity tag. */
final class ObjectServer implements AutoCloseable {

    private final MockWebServer server = new MockWebServer();
    private final SortedMap<String, ByteString> objects = new TreeMap<>();

    ObjectServer() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        server.start();
    }

    String url() {
        String url = server.url("/").toString();
        return url.substring(0, url.length() - 1);
    }

    /** Digests of the objects whose path begins so, by the rest of it. */
    synchronized SortedMap<String, String> objectsBelow(String prefix) {
        SortedMap<String, String> digests = new TreeMap<>();
        objects.forEach((path, bytes) -> {
            if (path.startsWith(prefix)) {
                digests.put(path.substring(prefix.length()), Digest.of(bytes.toByteArray()));
            }
        });
        return digests;
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath().replaceAll("/$", "");
        String prefix = request.getUrl().queryParameter("prefix");
        if (prefix != null) {
            return list(path + "/" + prefix, path.length() + 1);
        }
        ByteString found = objects.get(path);
        return switch (request.getMethod()) {
            case "PUT" -> put(path, request, found);
            case "GET" -> found == null ? refused(404, "NoSuchKey") : stored(found, found);
            case "HEAD" ->
                new MockResponse.Builder().code(found == null ? 404 : 200).build();
            default -> refused(501, "NotImplemented");
        };
    }

    private MockResponse put(String path, RecordedRequest request, @Nullable ByteString found) {
        String absent = request.getHeaders().get("If-None-Match");
        String match = request.getHeaders().get("If-Match");
        if ((absent != null && found != null) || (match != null && (found == null || !match.equals(tag(found))))) {
            return refused(412, "PreconditionFailed");
        }
        ByteString body = Objects.requireNonNullElse(request.getBody(), ByteString.EMPTY);
        boolean chunked =
                String.valueOf(request.getHeaders().get("Content-Encoding")).contains("aws-chunked");
        ByteString object = chunked ? unchunked(body) : body;
        objects.put(path, object);
        return stored(object, ByteString.EMPTY);
    }

    /** SIZE;chunk-signature=..., the bytes, and so on to a chunk of none, which checksums follow. */
    private static ByteString unchunked(ByteString body) {
        Buffer source = new Buffer().write(body);
        Buffer object = new Buffer();
        try {
            while (true) {
                long size = Long.parseLong(source.readUtf8LineStrict().split(";", 2)[0], 16);
                if (size == 0) {
                    return object.readByteString();
                }
                object.write(source, size);
                source.readUtf8LineStrict();
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("bad chunks", e);
        }
    }

    private MockResponse list(String beginning, int from) {
        String keys = objects.keySet().stream()
                .filter(path -> path.startsWith(beginning))
                .map(path -> "<Contents><Key>" + path.substring(from) + "</Key></Contents>")
                .collect(Collectors.joining());
        return new MockResponse.Builder()
                .body("<ListBucketResult><IsTruncated>false</IsTruncated>" + keys + "</ListBucketResult>")
                .build();
    }

    private static MockResponse stored(ByteString object, ByteString body) {
        return new MockResponse.Builder()
                .addHeader("ETag", tag(object))
                .body(new Buffer().write(body))
                .build();
    }

    private static MockResponse refused(int status, String code) {
        return new MockResponse.Builder()
                .code(status)
                .body("<Error><Code>" + code + "</Code><Message>" + code + "</Message></Error>")
                .build();
    }

    private static String tag(ByteString object) {
        return "\"" + object.md5().hex() + "\"";
    }

    @Override
    public void close() {
        server.close();
    }
}
