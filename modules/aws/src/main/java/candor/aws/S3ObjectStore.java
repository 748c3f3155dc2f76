package candor.aws;

import candor.store.failure.StoreUnavailable;
import candor.store.port.ObjectKey;
import candor.store.port.ObjectStore;
import candor.store.port.PutOutcome;
import candor.store.port.PutOutcome.ConditionFailed;
import candor.store.port.PutOutcome.Stored;
import candor.store.port.StoredObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Objects in an S3 bucket, by its conditional writes ({@code If-None-Match}, {@code If-Match}). The entity tag is S3's
 * ETag.
 *
 * <p>A write whose answer got lost is sent again by the SDK and then fails its own condition. So that such a write is told
 * from a lost race, each carries an id of its own as metadata {@code candor-write}, compared after a 412. A 409 says that
 * another write is under way and nothing of this one's condition: the write is sent again, and given up as one that may
 * succeed later where the other does not end.
 *
 * <p>Every upload carries a checksum that S3 compares, and every download one that the SDK compares, whatever the
 * environment says about it.
 */
public final class S3ObjectStore implements ObjectStore {

    private static final String WRITE_ID = "candor-write";
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;
    private static final int CONFLICTS_BORNE = 4;
    private static final int DOWNLOADS = 4;

    private final S3Client s3;
    private final String bucket;
    private final Supplier<String> writeIds;

    /**
     * @param s3 stays open: whoever made it closes it
     * @param writeIds a new id, unlike any other, for each write
     */
    public S3ObjectStore(S3Client s3, String bucket, Supplier<String> writeIds) {
        this.s3 = s3;
        this.bucket = bucket;
        this.writeIds = writeIds;
    }

    /** The store in the settings' bucket, with a client of its own that lives as long as the process. */
    public static S3ObjectStore connect(AwsSettings settings, Supplier<String> writeIds) {
        return new S3ObjectStore(client(settings), settings.bucket(), writeIds);
    }

    static S3Client client(AwsSettings settings) {
        return checked(AwsConnection.configured(S3Client.builder(), settings, settings.s3Endpoint()))
                .forcePathStyle(settings.s3Endpoint() != null)
                .build();
    }

    static S3Client client(StackAddress address) {
        return checked(AwsConnection.configured(
                        S3Client.builder(), address.region(), address.credentials(), address.endpoint()))
                .forcePathStyle(address.endpoint() != null)
                .build();
    }

    static S3ClientBuilder checked(S3ClientBuilder builder) {
        return builder.requestChecksumCalculation(RequestChecksumCalculation.WHEN_SUPPORTED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_SUPPORTED);
    }

    @Override
    public Optional<StoredObject> find(String key) {
        ObjectKey.checked(key);
        try {
            return read(key);
        } catch (SdkException e) {
            throw failure("read", key, e);
        }
    }

    /** A download that was damaged on its way is made again: the SDK, which notices, does not do that. */
    private Optional<StoredObject> read(String key) {
        for (int attempt = 1; ; attempt++) {
            try {
                ResponseBytes<GetObjectResponse> object = s3.getObjectAsBytes(
                        request -> request.bucket(bucket).key(key).checksumMode(ChecksumMode.ENABLED));
                return Optional.of(new StoredObject(
                        object.asByteArrayUnsafe(), object.response().eTag()));
            } catch (NoSuchKeyException _) {
                return Optional.empty();
            } catch (SdkClientException e) {
                if (attempt == DOWNLOADS || !String.valueOf(e.getMessage()).contains("checksum")) {
                    throw e;
                }
            }
        }
    }

    @Override
    public PutOutcome putIfAbsent(String key, byte[] bytes, String mediaType) {
        return put(key, bytes, request(key, mediaType).ifNoneMatch("*"));
    }

    @Override
    public PutOutcome putIfMatch(String key, byte[] bytes, String mediaType, String entityTag) {
        return put(key, bytes, request(key, mediaType).ifMatch(entityTag));
    }

    @Override
    public List<String> list(String prefix) {
        ObjectKey.checkedPrefix(prefix);
        try {
            return s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).contents().stream()
                    .map(S3Object::key)
                    .filter(ObjectKey::isWellFormed)
                    .sorted()
                    .toList();
        } catch (SdkException e) {
            throw failure("list", prefix, e);
        }
    }

    private PutObjectRequest.Builder request(String key, String mediaType) {
        return PutObjectRequest.builder()
                .bucket(bucket)
                .key(ObjectKey.checked(key))
                .contentType(mediaType);
    }

    private PutOutcome put(String key, byte[] bytes, PutObjectRequest.Builder conditional) {
        String writeId = writeIds.get();
        PutObjectRequest request =
                conditional.metadata(Map.of(WRITE_ID, writeId)).build();
        for (int attempt = 0; attempt < CONFLICTS_BORNE; attempt++) {
            try {
                return stored(key, writeId, s3.putObject(request, RequestBody.fromBytes(bytes)));
            } catch (NoSuchKeyException _) {
                return new ConditionFailed();
            } catch (S3Exception e) {
                if (e.statusCode() == PRECONDITION_FAILED) {
                    return ownOrLost(key, writeId);
                }
                if (e.statusCode() != CONFLICT) {
                    throw failure("write", key, e);
                }
                // Another write is under way: sent again, this one meets its outcome.
            } catch (SdkException e) {
                throw failure("write", key, e);
            }
        }
        throw new StoreUnavailable(
                "cannot write s3://" + bucket + "/" + key + ": another write of it was under way at each" + " of "
                        + CONFLICTS_BORNE + " attempts (409); try again");
    }

    /** S3 answers every write with the tag of what it stored. 200 without one comes from something between: S3 is asked. */
    private PutOutcome stored(String key, String writeId, PutObjectResponse answer) {
        boolean told = answer.eTag() != null && !answer.eTag().isEmpty();
        if (told || ownOrLost(key, writeId) instanceof Stored) {
            return new Stored();
        }
        throw new StoreUnavailable("cannot write s3://" + bucket + "/" + key
                + ": the write was answered without an ETag, and it is not there; try again");
    }

    private PutOutcome ownOrLost(String key, String writeId) {
        try {
            HeadObjectResponse present =
                    s3.headObject(request -> request.bucket(bucket).key(key));
            boolean own = writeId.equals(present.metadata().get(WRITE_ID));
            return own ? new Stored() : new ConditionFailed();
        } catch (NoSuchKeyException _) {
            return new ConditionFailed();
        } catch (SdkException e) {
            throw failure("look at", key, e);
        }
    }

    private RuntimeException failure(String verb, String key, SdkException e) {
        String what = "cannot " + verb + " s3://" + bucket + "/" + key;
        if (AwsConnection.isTransient(e)) {
            return new StoreUnavailable(what + ": " + e.getMessage(), e);
        }
        if (e instanceof S3Exception rejected && rejected.statusCode() == 403) {
            return new IllegalStateException(
                    what
                            + ": S3 rejects the request (403). The role lacks the action on this key, or, where there may be no such"
                            + " object, s3:ListBucket is missing on the prefix: without it S3 answers 403 for an absent"
                            + " key. " + e.getMessage(),
                    e);
        }
        return new IllegalStateException(
                what + ": " + e.getMessage() + "; check CANDOR_BUCKET, AWS_REGION and the role's rights", e);
    }
}
