package candor.aws;

import candor.forecasting.market.Symbol;
import candor.pipeline.report.ReportLinks;
import candor.store.checkpoint.Artefact;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Presigned addresses of a report's files in the bucket: whoever has one may read that one file, for a quarter of an hour,
 * or until the credentials that signed it end.
 */
public final class S3ReportLinks implements ReportLinks {

    private static final Duration LIFE = Duration.ofMinutes(15);

    private final AwsSettings settings;
    private final Clock clock;
    private @Nullable S3Presigner presigner;

    private S3ReportLinks(AwsSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Links into the settings' bucket. */
    public static S3ReportLinks connect(AwsSettings settings, Clock clock) {
        return new S3ReportLinks(settings, clock);
    }

    /** Made at the first link: most starts are for other requests. It lives as long as the process and asks nobody. */
    private synchronized S3Presigner presigner() {
        if (presigner == null) {
            presigner = presigner(settings);
        }
        return presigner;
    }

    private static S3Presigner presigner(AwsSettings settings) {
        S3Presigner.Builder builder = S3Presigner.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(AwsConnection.credentials(settings))
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(settings.s3Endpoint() != null)
                        .build());
        if (settings.s3Endpoint() != null) {
            builder.endpointOverride(settings.s3Endpoint());
        }
        return builder.build();
    }

    @Override
    public Link to(Symbol symbol, Artefact file) {
        String address = presigner()
                .presignGetObject(presign -> presign.signatureDuration(LIFE)
                        .getObjectRequest(get -> get.bucket(settings.bucket())
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
