package candor.aws;

import java.net.URI;
import java.util.Optional;

/**
 * A stand-in for AWS that runs already, as LocalStack does for {@code tools/check-localstack}: the variable
 * {@code CANDOR_AWS_ENDPOINT} has the tests of store and ledger hold it to their contracts, in place of the ones in this JVM.
 */
final class OtherAws {

    private OtherAws() {}

    static Optional<URI> endpoint() {
        return Optional.ofNullable(System.getenv("CANDOR_AWS_ENDPOINT"))
                .filter(address -> !address.isBlank())
                .map(URI::create);
    }
}
