package candor.aws;

import candor.store.environment.Variable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the ports on AWS find what they need.
 *
 * @param region as in {@code eu-central-1}
 * @param bucket that holds the objects
 * @param table that holds the ledger; null for a function that keeps none
 * @param s3Endpoint of an emulator in place of S3, which is then addressed by path; null for AWS itself
 * @param dynamoDbEndpoint of an emulator in place of DynamoDB; null for AWS itself
 * @param credentialsInEnvironment whether credentials stand in environment variables, as on Lambda; else the SDK searches
 *     its default places
 */
public record AwsSettings(
        String region,
        String bucket,
        @Nullable String table,
        @Nullable URI s3Endpoint,
        @Nullable URI dynamoDbEndpoint,
        boolean credentialsInEnvironment) {

    static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]+");
    static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    static final Pattern TABLE = Pattern.compile("[A-Za-z0-9_.-]{3,255}");

    /**
     * Settings from environment variables: {@code AWS_REGION} and {@code CANDOR_BUCKET} are required, {@code CANDOR_TABLE}
     * where a ledger is kept; {@code AWS_ENDPOINT_URL_S3}, {@code AWS_ENDPOINT_URL_DYNAMODB} and, for both,
     * {@code AWS_ENDPOINT_URL} point at an emulator. Throws IllegalArgumentException that lists everything wrong.
     */
    public static AwsSettings fromEnvironment(Map<String, String> environment) {
        Reader reader = new Reader(environment);
        AwsSettings settings = new AwsSettings(
                reader.required("AWS_REGION", REGION, "the region's name, as eu-central-1"),
                reader.required(
                        Variable.BUCKET.toString(), BUCKET, "the name of the bucket that holds Candor's objects"),
                reader.optional(
                        Variable.TABLE.toString(), TABLE, "the name of the DynamoDB table that holds Candor's ledger"),
                reader.endpoint("AWS_ENDPOINT_URL_S3"),
                reader.endpoint("AWS_ENDPOINT_URL_DYNAMODB"),
                environment.containsKey("AWS_ACCESS_KEY_ID"));
        if (!reader.problems.isEmpty()) {
            throw new IllegalArgumentException("bad environment: " + String.join("; ", reader.problems));
        }
        return settings;
    }

    private static final class Reader {

        private final Map<String, String> environment;
        private final List<String> problems = new ArrayList<>();

        Reader(Map<String, String> environment) {
            this.environment = environment;
        }

        String required(String name, Pattern form, String meaning) {
            String value = optional(name, form, meaning);
            if (value == null) {
                problems.add(name + " is not set; set it to " + meaning);
                return "";
            }
            return value;
        }

        @Nullable
        String optional(String name, Pattern form, String meaning) {
            String value = environment.getOrDefault(name, "");
            if (value.isEmpty()) {
                return null;
            }
            if (!form.matcher(value).matches()) {
                problems.add(name + " is '" + value + "'; set it to " + meaning);
            }
            return value;
        }

        @Nullable
        URI endpoint(String ownName) {
            String name = environment.getOrDefault(ownName, "").isEmpty() ? "AWS_ENDPOINT_URL" : ownName;
            String value = environment.getOrDefault(name, "");
            if (value.isEmpty()) {
                return null;
            }
            try {
                URI uri = URI.create(value);
                if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                    return uri;
                }
            } catch (IllegalArgumentException _) {
                // Reported below, as any other value that is no address.
            }
            String problem = name + " is '" + value + "'; set it to an address as http://127.0.0.1:4566";
            if (!problems.contains(problem)) {
                problems.add(problem);
            }
            return null;
        }
    }
}
