package candor.statemachine;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Duration;

/**
 * A Lambda function that runs in this process.
 *
 * @param timeout the function's own, as in the template
 * @param memoryMegabytes what the context tells; nothing here enforces it
 */
public record LocalFunction(String name, RequestStreamHandler handler, Duration timeout, int memoryMegabytes) {

    public LocalFunction {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("the timeout of function " + name + " must be positive: " + timeout);
        }
    }
}
