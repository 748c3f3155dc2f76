package candor.aws;

import candor.store.failure.PipelineFailure;
import candor.store.failure.RequestRefused;
import candor.store.failure.StoreUnavailable;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** What a terminal shows when AWS rejects a request: what was asked for, what is wrong, and the remedy. */
final class AwsErrors {

    private static final Set<String> NO_RIGHT = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "UnauthorizedOperation",
            "AuthorizationError",
            "AllAccessDisabled");

    private static final Set<String> NOT_KNOWN = Set.of(
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "SignatureDoesNotMatch",
            "InvalidAccessKeyId",
            "MissingAuthenticationToken",
            "IncompleteSignature",
            "ExpiredToken",
            "ExpiredTokenException",
            "RequestExpired");

    private static final String LOG_IN = "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN), or"
            + " AWS_PROFILE to a profile with keys of its own in ~/.aws; of a profile that signs in or assumes a role,"
            + " 'aws configure export-credentials --format env' prints them";

    private AwsErrors() {}

    /** @param subject what was asked for, as in {@code the stack candor} */
    static PipelineFailure of(SdkException failure, String subject, String region) {
        if (failure instanceof AwsServiceException answer) {
            if (AwsConnection.isTransient(answer)) {
                return new StoreUnavailable(subject + ": " + answer.getMessage() + "; try again", answer);
            }
            // The answer to a HEAD has no body, and so neither code nor message.
            Optional<AwsErrorDetails> details = Optional.ofNullable(answer.awsErrorDetails());
            String code = details.map(AwsErrorDetails::errorCode).orElse("");
            String message = details.map(AwsErrorDetails::errorMessage).orElse(String.valueOf(answer.getMessage()));
            return of(answer.statusCode(), code, message, subject);
        }
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof SdkClientException && message.contains("credentials")) {
            return new RequestRefused(subject + ": no credentials of AWS are found; " + LOG_IN, failure);
        }
        return new StoreUnavailable(
                subject + ": no answer in the region " + region + " (" + message
                        + "); check network, region and --endpoint-url, and try again",
                failure);
    }

    static RequestRefused of(int status, String code, String message, String subject) {
        if (NO_RIGHT.contains(code)) {
            return new RequestRefused(subject + ": access denied; " + message
                    + " -- have the named action allowed for the one who asks, or ask as somebody else");
        }
        if (NOT_KNOWN.contains(code)) {
            return new RequestRefused(subject + ": AWS does not accept the credentials (" + code + "); " + LOG_IN);
        }
        return new RequestRefused(subject + ": rejected (status " + status + ", "
                + (code.isEmpty() ? "no reason" : code + ": " + message) + ")");
    }
}
