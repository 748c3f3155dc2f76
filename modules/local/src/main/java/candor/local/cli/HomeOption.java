package candor.local.cli;

import candor.local.wiring.Home;
import candor.local.wiring.ShellWords;
import candor.local.wiring.Surroundings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that all commands share. */
final class HomeOption {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "where state is kept; default: CANDOR_HOME, else ~/.candor")
    private @Nullable String home;

    /** What a further command needs to find the same home; empty for the usual one. */
    String words() {
        return home == null || home.isEmpty() ? "" : " --home " + ShellWords.quoted(home);
    }

    Home in(Surroundings surroundings) {
        return Home.of(home, surroundings);
    }
}
