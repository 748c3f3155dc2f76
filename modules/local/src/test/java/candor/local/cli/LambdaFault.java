// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import candor.statemachine.InvocationFailed;
import candor.statemachine.Invoker;
import java.time.Duration;

/** What Lambda itself can do to an invocation, under the error names that Step Functions reports. */
enum LambdaFault {
    /** Too many invocations at a time: the function is not called. */
    THROTTLED("Lambda.TooManyRequestsException", "Rate Exceeded."),

    /** The service failed before it called the function. */
    SERVICE_FAILED("Lambda.ServiceException", "Service unavailable"),

    /** The connection to the service broke after the function had done its work: the answer is lost. */
    ANSWER_LOST("Lambda.SdkClientException", "Unable to execute HTTP request: Connection reset"),

    /** The same, where the caller gave up waiting for the answer. */
    ANSWER_LATE("Lambda.ClientExecutionTimeoutException", "Client execution did not complete before the timeout"),

    /** An invocation that was delivered twice, one after the other; the second answer counts. */
    DELIVERED_TWICE("", ""),

    /** The function outlived its time. Older accounts report this as Lambda.Unknown. */
    TIMED_OUT("Sandbox.Timedout", "RequestId: 1 Error: Task timed out after 300.00 seconds"),

    /** The process was killed for its memory. */
    OUT_OF_MEMORY("Runtime.OutOfMemory", "RequestId: 1 Error: Runtime exited with error: signal: killed"),

    /** The heap was too small: the runtime reports Java's own error. */
    HEAP_FULL("java.lang.OutOfMemoryError", "Java heap space"),

    /** The handler's class could not be made. */
    INITIALISATION_FAILED("Runtime.BadFunctionCode", "Error loading class candor.Handler"),

    /** What Lambda has no other name for. */
    UNKNOWN("Lambda.Unknown", "The cause could not be determined because Lambda did not return an error type.");

    private final String error;
    private final String message;

    LambdaFault(String error, String message) {
        this.error = error;
        this.message = message;
    }

    String error() {
        return error;
    }

    /** The invocation with this fault. */
    String invoke(Invoker functions, String name, String payload, Duration timeout)
            throws InvocationFailed, InterruptedException {
        switch (this) {
            case ANSWER_LOST, ANSWER_LATE, TIMED_OUT, OUT_OF_MEMORY -> functions.invoke(name, payload, timeout);
            case DELIVERED_TWICE -> {
                functions.invoke(name, payload, timeout);
                return functions.invoke(name, payload, timeout);
            }
            default -> {
                // The function is never called.
            }
        }
        throw new InvocationFailed(error, "{\"errorType\":\"" + error + "\",\"errorMessage\":\"" + message + "\"}");
    }
}
