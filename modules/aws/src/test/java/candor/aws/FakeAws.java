package candor.aws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import candor.store.json.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * AWS's wire protocols on a port of the loopback address: for each operation what a script says, the last answer again and
 * again. An operation is what {@code X-Amz-Target} or the form's {@code Action} names.
 */
final class FakeAws implements AutoCloseable {

    /** What was asked: the operation, the body, and the signature's header. */
    record Question(String operation, String body, String authorization) {

        JsonNode json() {
            return Json.readTree(body.getBytes(UTF_8));
        }
    }

    /** @param body a character for each byte */
    private record Answer(int status, String body) {}

    private final HttpServer server;
    private final Map<String, Deque<Answer>> script = new HashMap<>();
    private final List<Question> questions = new ArrayList<>();

    FakeAws() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    synchronized FakeAws on(String operation, int status, String body) {
        return on(operation, status, body.getBytes(UTF_8));
    }

    synchronized FakeAws on(String operation, int status, byte[] body) {
        script.computeIfAbsent(operation, key -> new ArrayDeque<>())
                .add(new Answer(status, new String(body, ISO_8859_1)));
        return this;
    }

    synchronized List<Question> questions() {
        return List.copyOf(questions);
    }

    synchronized List<Question> questions(String operation) {
        return questions.stream()
                .filter(question -> question.operation().equals(operation))
                .toList();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String operation = operation(exchange, body);
        questions.add(new Question(
                operation, body, String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))));
        Deque<Answer> answers = script.getOrDefault(operation, new ArrayDeque<>());
        Answer answer = answers.size() > 1 ? answers.poll() : answers.peek();
        if (answer == null) {
            answer = new Answer(404, "nobody expected " + operation);
        }
        exchange.getResponseHeaders().add("smithy-protocol", "rpc-v2-cbor");
        exchange.sendResponseHeaders(
                answer.status(), answer.body().isEmpty() ? -1 : answer.body().length());
        exchange.getResponseBody().write(answer.body().getBytes(ISO_8859_1));
        exchange.close();
    }

    private static String operation(HttpExchange exchange, String body) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (target != null) {
            return target.substring(target.indexOf('.') + 1);
        }
        int action = body.indexOf("Action=");
        if (action >= 0) {
            return body.substring(action + "Action=".length()).split("&", 2)[0];
        }
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
