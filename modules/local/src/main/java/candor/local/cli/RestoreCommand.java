// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import candor.forecasting.market.Symbol;
import candor.forecasting.text.Counted;
import candor.local.reproduction.Bundle;
import candor.local.wiring.Home;
import candor.local.wiring.Refusal;
import candor.local.wiring.Surroundings;
import candor.store.port.ObjectStore;
import candor.store.run.Latest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code candor restore}. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description =
                "Unpacks a file of ./candor bundle into the home, after every byte of it was checked. What the home"
                        + " holds already stays.",
        footer = {"", "Example:", "  candor restore run.zip --home elsewhere"})
final class RestoreCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "what ./candor bundle wrote")
    private Path file = Path.of("");

    @Mixin
    private HomeOption home = new HomeOption();

    RestoreCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        SortedMap<String, byte[]> objects = Bundle.read(file.toString(), read());
        Home place = home.in(surroundings).writable();
        ObjectStore store = place.openStore(surroundings.clock().instant());
        List<String> others = Bundle.restore(objects, store);
        objects.keySet().stream()
                .filter(key -> key.startsWith("champions/"))
                .map(key -> Symbol.of(key.substring("champions/".length())))
                .filter(symbol -> store.find("latest/" + symbol).isEmpty())
                .forEach(new Latest(store)::rebuild);
        others.forEach(key -> surroundings.err().println("  stays     " + key + ", which is another one here"));
        surroundings
                .out()
                .println(Counted.of(objects.size() - others.size(), "object") + " of " + file + " are in "
                        + place.root());
        return others.isEmpty() ? 0 : Failures.FAILED;
    }

    private byte[] read() {
        try {
            return Files.readAllBytes(surroundings.workingDirectory().resolve(file));
        } catch (IOException e) {
            throw new Refusal(
                    "cannot read the file " + file + " (" + e.getClass().getSimpleName()
                            + "); give one that ./candor bundle wrote",
                    e);
        }
    }
}
