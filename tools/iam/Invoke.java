import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import org.crac.Core;
import org.crac.Resource;

/**
 * Invokes the handler of argument 1 as Lambda does: made once, and primed where it waits for a snapshot. Each line of
 * standard input is an event. Each is answered with one line, ANSWER and the handler's JSON, or THROWN, the exception's
 * class and its message. What the handler logs goes to standard error. SPDX-License-Identifier: GPL-3.0-or-later
 */
final class Invoke {

    private Invoke() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err);
        RequestStreamHandler handler = (RequestStreamHandler)
                Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
        if (handler instanceof Resource primed) {
            primed.beforeCheckpoint(Core.getGlobalContext());
        }
        BufferedReader events = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String event = events.readLine(); event != null; event = events.readLine()) {
            answers.println(answer(handler, event).replaceAll("\\R", " "));
        }
        System.exit(0);
    }

    private static String answer(RequestStreamHandler handler, String event) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), output, context());
            return "ANSWER " + output.toString(StandardCharsets.UTF_8);
        } catch (IOException | RuntimeException | Error failure) {
            return "THROWN " + failure.getClass().getName() + ": " + failure.getMessage();
        }
    }

    /** A context of which handlers use the log alone. */
    private static Context context() {
        LambdaLogger log = new LambdaLogger() {
            @Override
            public void log(String message) {
                System.err.print(message);
            }

            @Override
            public void log(byte[] message) {
                log(new String(message, StandardCharsets.UTF_8));
            }
        };
        return (Context) Proxy.newProxyInstance(
                Invoke.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getLogger")) {
                        return log;
                    }
                    throw new UnsupportedOperationException("a handler asks for " + method.getName());
                });
    }
}
