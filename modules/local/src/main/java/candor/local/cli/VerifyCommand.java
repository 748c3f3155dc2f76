// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import candor.aws.DeployedStack;
import candor.forecasting.text.Figures;
import candor.local.wiring.CommandRejected;
import candor.local.wiring.Home;
import candor.local.wiring.HomeCheck;
import candor.local.wiring.Surroundings;
import candor.pipeline.verification.Checked;
import candor.pipeline.verification.Damage;
import candor.pipeline.verification.StoreCheck;
import candor.store.json.Json;
import candor.store.port.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code candor verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Reads everything that is stored, and says what is damaged, what was made of it, and what can be"
                + " made again. Without --repair nothing is changed.",
        footer = {
            "",
            "Exit status: 0 all is sound, or repaired; 1 something is damaged; 2 bad usage.",
            "",
            "Examples:",
            "  candor verify",
            "  candor verify --repair",
            "  candor verify --stack candor --json"
        })
final class VerifyCommand implements Callable<Integer> {

    private static final double MEGABYTE = 1e6;

    private final Surroundings surroundings;

    @Option(names = "--repair", description = "make again what can be made again")
    private boolean repair;

    @Option(names = "--json", description = "machine-readable output")
    private boolean json;

    @Mixin
    private StackOption stack = new StackOption();

    @Mixin
    private HomeOption home = new HomeOption();

    VerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Optional<DeployedStack> deployed = stack.in(surroundings);
        Checked checked = deployed.map(there ->
                        new StoreCheck(there.store(() -> UUID.randomUUID().toString()), repair).run())
                .orElseGet(this::ofHome);
        if (json) {
            surroundings.out().print(new String(Json.write(checked), StandardCharsets.UTF_8));
        } else {
            tell(checked);
        }
        return checked.isSound() ? 0 : Failures.FAILED;
    }

    private Checked ofHome() {
        Home place = home.in(surroundings).readable();
        if (!Files.isDirectory(place.root())) {
            throw new CommandRejected(
                    "there is no home in " + place.root() + "; name one with --home DIR or CANDOR_HOME");
        }
        ObjectStore store =
                repair ? place.writable().openStore(surroundings.clock().instant()) : place.storeToRead();
        return new HomeCheck(place, store, repair, notice -> surroundings.err().println("  note      " + notice)).run();
    }

    private void tell(Checked checked) {
        for (Damage damage : checked.damages()) {
            surroundings.out().println((damage.repaired() == null ? "damaged   " : "repaired  ") + damage.key());
            surroundings.out().println("          " + damage.what());
            damage.dependents().forEach(key -> surroundings.out().println("          made of it: " + key));
            if (damage.repaired() != null) {
                surroundings.out().println("          " + damage.repaired());
            }
            if (damage.remedy() != null) {
                surroundings.out().println("          remedy: " + damage.remedy());
            }
        }
        long left = checked.damages().stream()
                .filter(damage -> damage.repaired() == null)
                .count();
        surroundings
                .out()
                .println(Figures.count(checked.objects(), "object") + " read, "
                        + Figures.tenth(checked.bytes() / MEGABYTE) + " MB: "
                        + (left == 0 ? "all is sound" : left + " damaged"));
    }
}
