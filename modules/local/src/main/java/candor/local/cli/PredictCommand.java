package candor.local.cli;

import candor.forecasting.calendar.NyseCalendar;
import candor.local.wiring.CommandRejected;
import candor.local.wiring.NamedFile;
import candor.local.wiring.OutputFiles;
import candor.local.wiring.Surroundings;
import candor.marketdata.csv.CsvBarFiles;
import candor.marketdata.csv.CsvBars;
import candor.marketdata.text.Quoted;
import candor.pipeline.table.PredictionsTable;
import candor.serving.batch.BatchPredictions;
import candor.serving.batch.BatchResult;
import candor.serving.batch.BatchResult.Outcome.Failed;
import candor.store.failure.InputRefused;
import candor.store.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code candor predict}. */
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description = {
            "Predictions for the rows of a CSV file, from what the pipeline has stored.",
            "Rows of symbol,asOf are answered with the forecast of that day (asOf empty: the latest). Rows of"
                    + " symbol,date,open,high,low,close,volume and, if you have it, adjClose are your own bars, oldest"
                    + " first, and are answered with a forecast from the last bar of each symbol.",
            "A request that is at fault gets a row that says why in the column error; the others are answered."
        },
        footer = {
            "",
            "Exit status: 0 all answered, 1 some at fault, 2 the file cannot be read.",
            "",
            "Example:",
            "  candor predict --input watchlist.csv --output predictions.csv"
        })
final class PredictCommand implements Callable<Integer> {

    private static final int SHOWN = 20;

    private final Surroundings surroundings;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "the CSV file with rows or bars")
    private Path input = Path.of("");

    @Option(names = "--output", paramLabel = "FILE", description = "default: ${DEFAULT-VALUE}")
    private Path output = Path.of(PredictionsTable.KEY.name());

    @Option(names = "--json", description = "machine-readable output")
    private boolean json;

    @Mixin
    private ForceOption force = new ForceOption();

    @Mixin
    private HomeOption home = new HomeOption();

    PredictCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** What {@code --json} prints. */
    record Summary(String input, String output, int predicted, int failed, List<Failed> errors) {}

    @Override
    public Integer call() {
        byte[] file = read();
        OutputFiles outputs = force.outputs(surroundings, home.in(surroundings));
        outputs.check(output);
        BatchResult result = predict(file);
        outputs.write(output, result.toCsv());
        List<Failed> failed = result.failed();
        if (json) {
            Summary summary =
                    new Summary(input.toString(), output.toString(), result.predicted(), failed.size(), failed);
            surroundings.out().print(new String(Json.write(summary), StandardCharsets.UTF_8));
        } else {
            tell(result.predicted(), failed);
        }
        return failed.isEmpty() ? 0 : Failures.FAILED;
    }

    private BatchResult predict(byte[] file) {
        try {
            return new BatchPredictions(
                            new CsvBarFiles(),
                            home.in(surroundings).readable().storeToRead(),
                            new NyseCalendar(),
                            surroundings.clock())
                    .of(file);
        } catch (InputRefused e) {
            throw new CommandRejected(input + ": " + e.getMessage(), e);
        }
    }

    private void tell(int predicted, List<Failed> failed) {
        failed.stream()
                .limit(SHOWN)
                .forEach(one -> surroundings.err().println(Quoted.printable("  " + one.symbol() + ": " + one.error())));
        if (failed.size() > SHOWN) {
            surroundings.err().println("  and " + (failed.size() - SHOWN) + " more, in the column error");
        }
        surroundings.out().println(output + ": " + predicted + " predicted, " + failed.size() + " failed");
    }

    private byte[] read() {
        Path path = surroundings.workingDirectory().resolve(input);
        if (!Files.isRegularFile(path)) {
            throw new CommandRejected("no such file: " + input + "; give the path of a CSV file with rows or bars");
        }
        try {
            return NamedFile.read(surroundings, input, CsvBars.MAX_BYTES);
        } catch (IOException e) {
            throw new CommandRejected("cannot read " + input + ": " + e.getMessage() + "; make it readable", e);
        }
    }
}
