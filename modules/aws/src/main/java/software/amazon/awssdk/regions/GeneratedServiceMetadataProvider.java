package software.amazon.awssdk.regions;

import software.amazon.awssdk.regions.servicemetadata.DynamodbServiceMetadata;
import software.amazon.awssdk.regions.servicemetadata.EnhancedS3ServiceMetadata;
import software.amazon.awssdk.regions.servicemetadata.MonitoringServiceMetadata;
import software.amazon.awssdk.regions.servicemetadata.StatesServiceMetadata;

/**
 * Stands in the place of the SDK's class of the same name, which a client asks once, when it is built, for the region that
 * its service signs for. The SDK's loads a class for each of AWS's 300 services first, at every start of a function. This
 * one loads the class of the service that is asked for.
 *
 * <p>The SDK has no setting for it. On Lambda, jars come in the order of their names, and this one's comes before the
 * SDK's; where another order holds, the SDK's own class is taken, which answers the same. A test compares the two.
 */
public final class GeneratedServiceMetadataProvider implements ServiceMetadataProvider {

    /** For the services that Candor has clients of; for others what the SDK, too, assumes of a service it knows nothing of. */
    @Override
    public ServiceMetadata serviceMetadata(String endpointPrefix) {
        return switch (endpointPrefix) {
            case "s3" -> new EnhancedS3ServiceMetadata();
            case "dynamodb" -> new DynamodbServiceMetadata();
            case "states" -> new StatesServiceMetadata();
            case "monitoring" -> new MonitoringServiceMetadata();
            default -> new DefaultServiceMetadata(endpointPrefix);
        };
    }
}
