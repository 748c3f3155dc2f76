package candor.aws;

import candor.store.failure.RequestRefused;
import candor.store.port.Ledger;
import candor.store.port.ObjectStore;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/**
 * What stands in for AWS on a person's machine or network: a bucket and a table there, made where they are absent. In an
 * account the template makes them.
 */
public final class StandIn {

    /** The region whose buckets are made without naming it. */
    private static final String FIRST_REGION = "us-east-1";

    private final URI endpoint;
    private final String region;
    private final AwsCredentialsProvider credentials;

    private StandIn(URI endpoint, String region, AwsCredentialsProvider credentials) {
        this.endpoint = endpoint;
        this.region = region;
        this.credentials = credentials;
    }

    /**
     * At the address that a person typed. The region is that of {@code AWS_REGION} or {@code AWS_DEFAULT_REGION}, else
     * us-east-1; credentials are those of {@code AWS_ACCESS_KEY_ID} and its companions, else {@code test}, which emulators
     * take.
     *
     * @throws RequestRefused with the remedy, where something cannot be what it stands for
     */
    public static StandIn at(String endpoint, Map<String, String> environment) {
        String region = environment.getOrDefault("AWS_REGION", environment.getOrDefault("AWS_DEFAULT_REGION", ""));
        if (!region.isEmpty() && !AwsSettings.REGION.matcher(region).matches()) {
            throw new RequestRefused("'" + region + "' cannot be a region; set AWS_REGION to one as eu-central-1");
        }
        String id = environment.getOrDefault("AWS_ACCESS_KEY_ID", "");
        return new StandIn(
                StackAddress.uri(endpoint),
                region.isEmpty() ? FIRST_REGION : region,
                id.isEmpty()
                        ? StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))
                        : StackAddress.keys(id, environment));
    }

    /** The objects in the bucket of that name. The client lives as long as the process. */
    public ObjectStore bucket(String name, Supplier<String> writeIds) {
        if (!AwsSettings.BUCKET.matcher(name).matches()) {
            throw new RequestRefused(
                    "'" + name + "' cannot be a bucket; write 3 to 63 of a-z, 0-9, '.' and '-', as candor-demo");
        }
        S3Client s3 = S3ObjectStore.checked(AwsConnection.configured(S3Client.builder(), region, credentials, endpoint))
                .forcePathStyle(true)
                .build();
        try {
            makeWhereAbsent(s3, name);
        } catch (SdkException e) {
            throw AwsErrors.of(e, "the bucket " + name + " at " + endpoint, region);
        }
        return new S3ObjectStore(s3, name, writeIds);
    }

    private void makeWhereAbsent(S3Client s3, String name) {
        try {
            s3.headBucket(request -> request.bucket(name));
        } catch (NoSuchBucketException _) {
            CreateBucketRequest.Builder request = CreateBucketRequest.builder().bucket(name);
            if (!region.equals(FIRST_REGION)) {
                request.createBucketConfiguration(place -> place.locationConstraint(region));
            }
            try {
                s3.createBucket(request.build());
            } catch (BucketAlreadyOwnedByYouException _) {
                // Somebody else made it meanwhile, as was wanted.
            }
        }
    }

    /** The ledger in the table of that name. The client lives as long as the process. */
    public Ledger table(String name) {
        if (!AwsSettings.TABLE.matcher(name).matches()) {
            throw new RequestRefused(
                    "'" + name + "' cannot be a table; write 3 to 255 of letters, digits, '_', '.' and '-'");
        }
        DynamoDbClient dynamoDb = AwsConnection.configured(DynamoDbClient.builder(), region, credentials, endpoint)
                .build();
        try {
            makeWhereAbsent(dynamoDb, name);
        } catch (SdkException e) {
            throw AwsErrors.of(e, "the table " + name + " at " + endpoint, region);
        }
        return new DynamoDbLedger(dynamoDb, name);
    }

    private static void makeWhereAbsent(DynamoDbClient dynamoDb, String name) {
        try {
            dynamoDb.createTable(request -> request.tableName(name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(text(LedgerTable.PARTITION), text(LedgerTable.SORT))
                    .keySchema(key(LedgerTable.PARTITION, KeyType.HASH), key(LedgerTable.SORT, KeyType.RANGE)));
        } catch (ResourceInUseException _) {
            // It is there already.
        }
        try (var waiter = dynamoDb.waiter()) {
            waiter.waitUntilTableExists(request -> request.tableName(name));
        }
    }

    private static AttributeDefinition text(String attribute) {
        return AttributeDefinition.builder()
                .attributeName(attribute)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String attribute, KeyType type) {
        return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
    }
}
