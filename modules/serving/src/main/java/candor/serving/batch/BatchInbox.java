package candor.serving.batch;

import candor.store.failure.InputRefused;
import candor.store.failure.RequestRefused;
import candor.store.port.ObjectStore;
import candor.store.run.Documents;

/**
 * Files dropped into the store: {@code inbox/batch/NAME.csv} is answered by {@code outbox/NAME.predictions.csv}. The prices
 * that Ingest reads lie beside that folder, {@code inbox/SYMBOL.csv}, and no symbol has a slash; the answers lie elsewhere,
 * so that none is taken for a question.
 */
public final class BatchInbox {

    public static final String PREFIX = "inbox/batch/";

    private static final String OUTBOX = "outbox/";
    private static final String ENDING = ".csv";

    private final ObjectStore store;
    private final BatchPredictions predictions;

    public BatchInbox(ObjectStore store, BatchPredictions predictions) {
        this.store = store;
        this.predictions = predictions;
    }

    /**
     * What was done.
     *
     * @param output key of the answer
     * @param predicted requests answered
     * @param failed requests at fault; the whole file counts as one where nothing could be made of it
     */
    public record Answered(String input, String output, int predicted, int failed) {

        public String message() {
            return input + ": " + predicted + " predicted, " + failed + " failed; " + output;
        }
    }

    /**
     * Answers a file. Sent twice, it is answered twice, with the newest forecasts.
     *
     * @throws RequestRefused where the key is none of such a file, or nothing is there
     */
    public Answered answer(String key) {
        if (!key.startsWith(PREFIX) || !key.endsWith(ENDING) || key.indexOf('/', PREFIX.length()) >= 0) {
            throw new RequestRefused("'" + key + "' is no batch; drop it as " + PREFIX + "NAME" + ENDING);
        }
        byte[] file = store.find(key)
                .orElseThrow(() -> new RequestRefused("there is no '" + key + "' (any more); drop it again"))
                .bytes();
        String output =
                OUTBOX + key.substring(PREFIX.length(), key.length() - ENDING.length()) + ".predictions" + ENDING;
        try {
            BatchResult result = predictions.of(file);
            put(output, result.toCsv());
            return new Answered(key, output, result.predicted(), result.failed().size());
        } catch (InputRefused e) {
            // Nobody reads the log: the answer itself says why there is none.
            put(output, BatchResult.rejection(e.getMessage()));
            return new Answered(key, output, 0, 1);
        }
    }

    private void put(String key, byte[] table) {
        Documents.update(store, key, "text/csv", _ -> table);
    }
}
