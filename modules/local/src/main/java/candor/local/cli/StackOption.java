package candor.local.cli;

import candor.aws.DeployedStack;
import candor.aws.StackAddress;
import candor.local.wiring.CommandRejected;
import candor.local.wiring.Surroundings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that can look at a deployed stack instead of the home. */
final class StackOption {

    @Option(
            names = "--stack",
            paramLabel = "NAME",
            description = "of the stack that was deployed from template.yaml, instead of this machine's home")
    private @Nullable String stack;

    @Option(names = "--region", paramLabel = "R", description = "the stack's; default: AWS_REGION, else the profile's")
    private @Nullable String region;

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            description = "an emulator's address, as http://127.0.0.1:4566")
    private @Nullable String endpoint;

    /** The stack that was asked for; empty where the home is meant. */
    Optional<DeployedStack> in(Surroundings surroundings) {
        if (stack == null) {
            if (region != null || endpoint != null) {
                throw new CommandRejected((region != null ? "--region " + region : "--endpoint-url " + endpoint)
                        + " is about a stack; name it with --stack");
            }
            return Optional.empty();
        }
        return Optional.of(DeployedStack.find(
                StackAddress.of(stack, region, endpoint, surroundings.environment(), surroundings.userHome())));
    }

    boolean isGiven() {
        return stack != null || region != null || endpoint != null;
    }

    /** What a further command needs to find the same place; empty for the home. */
    String words() {
        return stack == null
                ? ""
                : " --stack " + stack + (region == null ? "" : " --region " + region)
                        + (endpoint == null ? "" : " --endpoint-url " + endpoint);
    }
}
