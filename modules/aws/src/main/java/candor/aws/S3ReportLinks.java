package candor.aws;

import candor.forecasting.market.Symbol;
import candor.pipeline.api.ReportLinks;
import candor.pipeline.checkpoint.Artefact;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Presigned addresses of a report's files in the bucket: whoever has one may read that one file, for a quarter of an hour,
 * or until the credentials that signed it end.
 */
public final class S3ReportLinks implements ReportLinks {

    private static final Duration LIFE = Duration.ofMinutes(15);

    private final S3Presigner presigner;
    private final String bucket;
    private final Clock clock;

    private S3ReportLinks(S3Presigner presigner, String bucket, Clock clock) {
        this.presigner = presigner;
        this.bucket = bucket;
        this.clock = clock;
    }

    /** Links into the settings' bucket; the presigner lives as long as the process and asks nobody. */
    public static S3ReportLinks connect(AwsSettings settings, Clock clock) {
        S3Presigner.Builder builder = S3Presigner.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(AwsConnection.credentials(settings))
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(settings.s3Endpoint() != null)
                        .build());
        if (settings.s3Endpoint() != null) {
            builder.endpointOverride(settings.s3Endpoint());
        }
        return new S3ReportLinks(builder.build(), settings.bucket(), clock);
    }

    @Override
    public Link to(Symbol symbol, Artefact file) {
        String address = presigner
                .presignGetObject(presign -> presign.signatureDuration(LIFE)
                        .getObjectRequest(get -> get.bucket(bucket)
                                .key(file.key())
                                .responseContentType(file.mediaType() + charset(file))))
                .url()
                .toString();
        return new Link(address, clock.instant().plus(LIFE));
    }

    private static String charset(Artefact file) {
        return file.mediaType().startsWith("text/") ? "; charset=utf-8" : "";
    }
}
