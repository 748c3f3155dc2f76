// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import candor.forecasting.market.Symbol;
import candor.forecasting.text.Counted;
import candor.local.reproduction.Bundle;
import candor.local.wiring.Home;
import candor.local.wiring.OutputFiles;
import candor.local.wiring.PastRuns;
import candor.local.wiring.Refusal;
import candor.local.wiring.Surroundings;
import candor.store.port.ObjectStore;
import candor.store.run.RunRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code candor bundle}. */
@Command(
        name = "bundle",
        mixinStandardHelpOptions = true,
        description =
                "Packs a run with all that it can be reproduced of, or all of a symbol, into one file for somebody"
                        + " else, who unpacks it with ./candor restore.",
        footer = {"", "Examples:", "  candor bundle 20260424T223000Z run.zip", "  candor bundle STX stx.zip"})
final class BundleCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "RUN|SYMBOL", description = "the execution's name, the run's id, or a ticker")
    private String name = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "the file to write")
    private Path file = Path.of("");

    @Mixin
    private ForceOption force = new ForceOption();

    @Mixin
    private HomeOption home = new HomeOption();

    BundleCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Home place = home.in(surroundings).readable();
        OutputFiles outputs = force.outputs(surroundings, place);
        outputs.check(file);
        ObjectStore store = place.storeToRead();
        Optional<RunRecord> run = new PastRuns(store).find(name);
        List<String> keys = run.map(found -> Bundle.keysOf(store, found)).orElseGet(() -> ofSymbol(store, place));
        byte[] bundle = Bundle.of(store, keys);
        Bundle.read(file.toString(), bundle);
        outputs.write(file, bundle);
        surroundings.out().println(file + ": " + Counted.of(keys.size(), "object") + " of " + name);
        return 0;
    }

    private List<String> ofSymbol(ObjectStore store, Home place) {
        if (store.list("runs/" + name + "_").isEmpty()) {
            throw new Refusal("neither a run nor a symbol with runs is called '" + name + "' in " + place.root()
                    + "; ./candor executions lists runs");
        }
        return Bundle.keysOf(store, Symbol.of(name));
    }
}
