package candor.local.cli;

import candor.aws.DeployedStack;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.market.Symbol;
import candor.local.wiring.CommandRejected;
import candor.local.wiring.NamedFile;
import candor.local.wiring.StackCheck;
import candor.local.wiring.Surroundings;
import candor.marketdata.tiingo.TiingoBars;
import candor.store.failure.PipelineFailure;
import candor.store.port.BarProvider;
import candor.store.port.Download;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code candor doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Says what this machine has and lacks, each with its remedy. Asks each provider of prices one small"
                        + " question. With --stack: what a deployed stack has and lacks, what rings,"
                        + " what the next deployment would change, and whether its last runs got prices.",
        footer = {"", "Examples:", "  candor doctor", "  candor doctor --offline", "  candor doctor --stack candor"})
final class DoctorCommand implements Callable<Integer> {

    private static final long WANTED_BYTES = 500L << 20;
    private static final int LONGEST_CONFIG = 1 << 20;
    private static final Symbol PROBED = Symbol.of("SPY");
    private static final int PROBED_DAYS = 7;

    private final Surroundings surroundings;

    @Option(names = "--offline", description = "make no network request")
    private boolean offline;

    @Mixin
    private HomeOption home = new HomeOption();

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Mixin
    private StackOption stack = new StackOption();

    @Override
    public Integer call() {
        Optional<DeployedStack> deployed = stack.in(surroundings);
        if (deployed.isPresent()) {
            return new StackCheck(deployed.get(), stack.words(), samConfig(), this::say).call() ? 0 : Failures.FAILED;
        }
        boolean java = java();
        boolean writable = home();
        boolean well = disk() && java && writable;
        program("mvn", "building from source", "Debian: apt-get install maven; macOS: brew install maven");
        program("python3", "./candor test --all", "Debian: apt-get install python3-venv; macOS: brew install python");
        program("npm", "./candor test --all", "Debian: apt-get install npm; macOS: brew install node");
        program("docker", "sam local invoke", "Debian: apt-get install docker.io; else Docker's own packages");
        program("sam", "deploying to AWS", "pip install aws-sam-cli");
        credentials();
        providers();
        return well ? 0 : Failures.FAILED;
    }

    /** Of the folder from which one deploys; empty elsewhere. */
    private String samConfig() {
        try {
            return new String(
                    NamedFile.read(surroundings, Path.of("samconfig.toml"), LONGEST_CONFIG), StandardCharsets.UTF_8);
        } catch (IOException elsewhere) {
            return "";
        }
    }

    private boolean java() {
        String version = System.getProperty("java.version");
        boolean right = version.startsWith("25");
        say(right ? "ok" : "LACKS", "Java", version + (right ? "" : "; install a JDK 25 and point JAVA_HOME at it"));
        return right;
    }

    private boolean home() {
        Path root = home.in(surroundings).root();
        try {
            home.in(surroundings).writable();
            say("ok", "home", root + " is writable");
            return true;
        } catch (CommandRejected e) {
            say("LACKS", "home", String.valueOf(e.getMessage()));
            return false;
        }
    }

    private boolean disk() {
        Path place = home.in(surroundings).root();
        while (place != null && !Files.exists(place)) {
            place = place.getParent();
        }
        try {
            long free = place == null ? 0 : Files.getFileStore(place).getUsableSpace();
            boolean enough = free >= WANTED_BYTES;
            say(
                    enough ? "ok" : "LACKS",
                    "disk",
                    (free >> 20) + " MiB free" + (enough ? "" : "; make room or choose another --home DIR"));
            return enough;
        } catch (IOException e) {
            say("LACKS", "disk", "cannot tell how much is free: " + e.getMessage() + "; choose another --home DIR");
            return false;
        }
    }

    private void program(String name, String purpose, String remedy) {
        String path = surroundings.environment().getOrDefault("PATH", "");
        List<String> folders = Arrays.asList(path.split(File.pathSeparator, -1));
        boolean there = folders.stream()
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
        say(there ? "ok" : "lacks", name, "for " + purpose + (there ? "" : "; " + remedy));
    }

    private void credentials() {
        Map<String, String> environment = surroundings.environment();
        boolean there = environment.containsKey("AWS_ACCESS_KEY_ID")
                || environment.containsKey("AWS_PROFILE")
                || Files.exists(surroundings.userHome().resolve(".aws"));
        say(
                there ? "ok" : "lacks",
                "AWS",
                "credentials, for deploying; not needed here" + (there ? "" : "; set them up with 'aws configure'"));
    }

    /** A provider that does not answer is no lack of this machine: others stand in, and a CSV file always does. */
    private void providers() {
        List<BarProvider> providers = surroundings.providers().get();
        if (providers.stream().noneMatch(provider -> provider.name().equals(TiingoBars.NAME))) {
            say(
                    "info",
                    TiingoBars.NAME,
                    "not asked: set CANDOR_TIINGO_TOKEN, and name tiingo in CANDOR_SOURCES, to have it" + " stand in");
        }
        for (BarProvider provider : providers) {
            if (offline) {
                say("info", provider.name(), "not asked: --offline");
            } else {
                probe(provider);
            }
        }
    }

    private void probe(BarProvider provider) {
        LocalDate today =
                surroundings.clock().instant().atZone(NyseCalendar.ZONE).toLocalDate();
        try {
            Download answer = provider.download(PROBED, today.minusDays(PROBED_DAYS), today);
            say(
                    "ok",
                    provider.name(),
                    answer.bars().isEmpty()
                            ? "answers, without a bar of " + PROBED + " in the last " + PROBED_DAYS + " days"
                            : "answers; the last bar of " + PROBED + " is of "
                                    + answer.bars().getLast().session());
        } catch (PipelineFailure failure) {
            say("lacks", provider.name(), failure.getMessage());
        }
    }

    private void say(String state, String what, String text) {
        PrintStream print = surroundings.out();
        print.println(String.format(Locale.ROOT, "%-5s  %-8s %s", state, what, text));
    }
}
