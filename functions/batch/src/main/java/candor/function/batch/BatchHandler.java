package candor.function.batch;

import candor.aws.lambda.FunctionPorts;
import candor.forecasting.calendar.NyseCalendar;
import candor.marketdata.csv.CsvBarFiles;
import candor.serving.batch.BatchInbox;
import candor.serving.batch.BatchPredictions;
import candor.store.failure.RequestRefused;
import candor.store.json.Json;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Answers a file that was dropped into the bucket, told by EventBridge's 'Object Created'. */
public final class BatchHandler implements RequestStreamHandler {

    private final BatchInbox inbox;

    /** As Lambda makes it, once for each process. */
    public BatchHandler() {
        this(FunctionPorts.ofProcess());
    }

    private BatchHandler(FunctionPorts ports) {
        this(new BatchInbox(
                ports.store(),
                new BatchPredictions(new CsvBarFiles(), ports.store(), new NyseCalendar(), ports.clock())));
    }

    /** For the local runner and tests. */
    public BatchHandler(BatchInbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        BatchInbox.Answered answered = inbox.answer(key(input.readAllBytes()));
        context.getLogger().log(answered.message() + "\n");
        output.write(Json.writeLine(answered));
    }

    private static String key(byte[] event) {
        JsonNode key;
        try {
            key = Json.readTree(event).path("detail").path("object").path("key");
        } catch (JacksonException e) {
            throw new RequestRefused("the event is not JSON: " + e.getOriginalMessage(), e);
        }
        if (!key.isString()) {
            throw new RequestRefused(
                    "the event lacks 'detail.object.key': it must be S3's 'Object Created', as events/batch.json");
        }
        return key.stringValue();
    }
}
