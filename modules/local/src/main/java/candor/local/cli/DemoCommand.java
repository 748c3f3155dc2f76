package candor.local.cli;

import candor.forecasting.synthetic.SyntheticStock;
import candor.local.cli.RunOutcome.Way;
import candor.local.wiring.Home;
import candor.local.wiring.LocalPipeline;
import candor.local.wiring.OutputFiles;
import candor.local.wiring.RunFiles;
import candor.local.wiring.Surroundings;
import candor.marketdata.SyntheticBars;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code candor demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Runs the whole pipeline on a built-in synthetic stock: no network, no account.",
        footer = {
            "",
            "With --endpoint-url its objects go to the S3 at that address, so that 'sam local invoke' finds there what"
                    + " the events in events/ are about; histories and logs stay on this machine.",
            "",
            "Examples:",
            "  candor demo --out demo",
            "  candor demo --endpoint-url http://127.0.0.1:4566 --table candor-demo"
        })
final class DemoCommand implements Callable<Integer> {

    private static final String NAME = "demo";

    private final Surroundings surroundings;

    @Option(names = "--out", paramLabel = "DIR", description = "where to put the files; default: demo/ in the home")
    private @Nullable Path out;

    @Option(names = "--json", description = "machine-readable outcome on standard output")
    private boolean json;

    @Mixin
    private ForceOption force = new ForceOption();

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private StandInOptions standIn = new StandInOptions();

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Home place = home.in(surroundings).writable();
        OutputFiles outputs = force.outputs(surroundings, place);
        Path target = RunFiles.prepared(
                outputs,
                out == null
                        ? place.root().resolve("demo")
                        : surroundings.workingDirectory().resolve(out));
        Optional<StandInOptions.Place> elsewhere = standIn.in(surroundings, place);
        surroundings
                .err()
                .println("A synthetic stock, " + SyntheticStock.SYMBOL
                        + ", whose true volatility is known; nothing here is a real price.");
        Way way = elsewhere.map(StandInOptions.Place::way).orElse(Way.OF_HOME);
        try (LocalPipeline pipeline = elsewhere
                .map(StandInOptions.Place::pipeline)
                .orElseGet(() -> LocalPipeline.open(place, surroundings))) {
            return new RunOutcome(surroundings, pipeline.store(), outputs, target, json, way)
                    .conclude(pipeline.start(NAME, input(), false));
        }
    }

    private static Map<String, Object> input() {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("symbol", SyntheticStock.SYMBOL.value());
        input.put("source", SyntheticBars.REFERENCE);
        return input;
    }
}
