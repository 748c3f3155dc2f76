package candor.serving.batch;

import candor.pipeline.report.ForecastDocument;
import candor.pipeline.table.PredictionsTable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a file's requests, in its order. */
public record BatchResult(List<Outcome> outcomes) {

    public BatchResult {
        outcomes = List.copyOf(outcomes);
    }

    /** One request: a row with symbol and day, or the bars of one symbol. */
    public sealed interface Outcome {

        /** A forecast, and the key of the checkpoint of the models that made it. */
        record Predicted(ForecastDocument forecast, String checkpoint) implements Outcome {}

        /**
         * A request at fault.
         *
         * @param line of the file, from 1
         * @param asOf as the row has it; empty where it has none
         * @param error what is wrong, and the remedy
         */
        record Failed(long line, String symbol, String asOf, String error) implements Outcome {}
    }

    public List<Outcome.Failed> failed() {
        return outcomes.stream()
                .map(outcome ->
                        outcome instanceof Outcome.Failed one ? Optional.of(one) : Optional.<Outcome.Failed>empty())
                .flatMap(Optional::stream)
                .toList();
    }

    public int predicted() {
        return outcomes.size() - failed().size();
    }

    /** predictions.csv with a last column {@code error}: rows for each horizon, or one that says why there are none. */
    public byte[] toCsv() {
        PredictionsTable table = PredictionsTable.withErrors();
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Predicted one -> table.add(one.forecast(), one.checkpoint());
                case Outcome.Failed one -> table.addError(one.symbol(), one.asOf(), one.error());
            }
        }
        return table.toBytes();
    }

    /** A file of which nothing could be made, as a table that says so. */
    static byte[] rejection(@Nullable String why) {
        PredictionsTable table = PredictionsTable.withErrors();
        table.addError("", "", String.valueOf(why));
        return table.toBytes();
    }
}
