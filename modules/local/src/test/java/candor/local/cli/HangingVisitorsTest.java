package candor.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Visitors who begin a request and never end it held a thread and a connection for good. In a process of its own, as the
 * limits are read once in a process.
 */
class HangingVisitorsTest {

    private static final Pattern ADDRESS = Pattern.compile("Candor is at (http://\\S+)");

    /** Ends a test whose server never closes; nothing is measured by it. */
    private static final int NEVER_MILLIS = 120_000;

    @TempDir
    private Path folder;

    @Test
    void areClosedWhileOthersAreAnswered() throws Exception {
        Process process = serve();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                HttpClient client = HttpClient.newHttpClient()) {
            URI address = address(lines);
            List<Socket> hanging = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                hanging.add(begun(address, "GET /v1/health HTTP/1.1\r\nHost: loc"));
                hanging.add(begun(
                        address,
                        "POST /v1/predictions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{\"symbol\""));
            }

            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(address.resolve("/v1/health")).build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            for (Socket socket : hanging) {
                assertThat(closedByServer(socket)).isTrue();
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Process serve() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dsun.net.httpserver.maxReqTime=1",
                        "-Dcandor.root=" + System.getProperty("candor.root", "."),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "candor.local.cli.Main",
                        "serve",
                        "--port",
                        "0",
                        "--home",
                        folder.resolve("home").toString())
                .redirectErrorStream(true)
                .start();
    }

    private static URI address(BufferedReader lines) throws IOException {
        String said = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                return URI.create(matcher.group(1));
            }
            said += line + "\n";
        }
        throw new AssertionError("no address: " + said);
    }

    private static Socket begun(URI address, String head) throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(NEVER_MILLIS);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return socket;
    }

    private static boolean closedByServer(Socket socket) throws IOException {
        try (socket;
                InputStream in = socket.getInputStream()) {
            in.readAllBytes();
            return true;
        } catch (SocketException reset) {
            return true;
        }
    }
}
