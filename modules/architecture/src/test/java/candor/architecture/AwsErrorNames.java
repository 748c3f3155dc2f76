package candor.architecture;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The error names that AWS documents, beside those of our own classes: a misspelt one would match nothing, and no linter would
 * tell.
 *
 * <p>Sources: AWS Step Functions Developer Guide, "Handling errors in Step Functions workflows" and "Handle transient Lambda
 * service exceptions"; Lambda API Reference, errors of Invoke, which a state sees behind {@code Lambda.}; Step Functions API
 * Reference, errors of StartExecution and common errors, which it sees behind {@code StepFunctions.} and with the ending
 * {@code Exception}.
 */
final class AwsErrorNames {

    private static final Set<String> ALL = Stream.of(
                    named(
                            "States.%s",
                            "ALL",
                            "BranchFailed",
                            "DataLimitExceeded",
                            "ExceedToleratedFailureThreshold",
                            "HeartbeatTimeout",
                            "Http.Socket",
                            "IntrinsicFailure",
                            "ItemReaderFailed",
                            "NoChoiceMatched",
                            "ParameterPathFailure",
                            "Permissions",
                            "QueryEvaluationError",
                            "ResultPathMatchFailure",
                            "ResultWriterFailed",
                            "Runtime",
                            "TaskFailed",
                            "Timeout"),
                    named("Lambda.%s", "Unknown"),
                    named(
                            "Lambda.%sException",
                            "AWSLambda",
                            "ClientExecutionTimeout",
                            "EC2AccessDenied",
                            "EC2Throttled",
                            "EC2Unexpected",
                            "InvalidParameterValue",
                            "InvalidRequestContent",
                            "InvalidRuntime",
                            "InvalidZipFile",
                            "KMSAccessDenied",
                            "KMSDisabled",
                            "KMSInvalidState",
                            "KMSNotFound",
                            "RecursiveInvocation",
                            "RequestTooLarge",
                            "ResourceConflict",
                            "ResourceNotFound",
                            "ResourceNotReady",
                            "SdkClient",
                            "Service",
                            "SnapStart",
                            "SnapStartNotReady",
                            "SnapStartTimeout",
                            "TooManyRequests",
                            "UnsupportedMediaType"),
                    named(
                            "StepFunctions.%sException",
                            "AccessDenied",
                            "ExecutionAlreadyExists",
                            "ExecutionLimitExceeded",
                            "InvalidArn",
                            "InvalidExecutionInput",
                            "InvalidName",
                            "KmsAccessDenied",
                            "KmsInvalidState",
                            "KmsThrottling",
                            "StateMachineDeleting",
                            "StateMachineDoesNotExist",
                            "Throttling",
                            "Validation"),
                    // What Lambda's sandbox reports where a function takes longer than it may.
                    Stream.of("Sandbox.Timedout"))
            .flatMap(names -> names)
            .collect(Collectors.toUnmodifiableSet());

    private AwsErrorNames() {}

    static boolean contains(String name) {
        return ALL.contains(name);
    }

    private static Stream<String> named(String form, String... names) {
        return Stream.of(names).map(name -> form.replace("%s", name));
    }
}
