package candor.statemachine;

import candor.statemachine.definition.ErrorNames;
import candor.statemachine.definition.ResultWriter;
import candor.statemachine.expression.JsonText;
import candor.statemachine.history.Execution;
import candor.statemachine.history.ExecutionStatus;
import candor.statemachine.history.Executions;
import candor.statemachine.history.PlannedChild;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files of a ResultWriter: {@code PREFIX/ID/manifest.json} and, beside it, {@code SUCCEEDED_0}, {@code FAILED_0} and
 * {@code PENDING_0}, as far as there are such children. A redrive writes those that it ran, and a manifest that lists the
 * earlier files too, to {@code PREFIX/ID/Redrive-n/}.
 */
final class ResultFiles {

    private enum Kind {
        FAILED,
        PENDING,
        SUCCEEDED
    }

    private static final String MANIFEST = "manifest.json";

    private final Buckets buckets;
    private final String bucket;
    private final String folder;
    private final ResultWriter writer;
    private final int redrive;

    /**
     * @param folder of the Map run in the bucket, without a slash at its end
     * @param redrive how often the Map run was redriven
     */
    ResultFiles(Buckets buckets, String bucket, String folder, ResultWriter writer, int redrive) {
        this.buckets = buckets;
        this.bucket = bucket;
        this.folder = folder;
        this.writer = writer;
        this.redrive = redrive;
    }

    String bucket() {
        return bucket;
    }

    /**
     * Writes what became of these children; where the manifest is. Throws a StateFailed of States.ResultWriterFailed.
     *
     * @param children those that this run or redrive had to run
     */
    String write(String mapRunArn, List<PlannedChild> children, Executions executions) throws StateFailed {
        Map<Kind, List<JsonNode>> records = new TreeMap<>();
        for (PlannedChild child : children) {
            Optional<Execution> execution = executions.find(child.name());
            records.computeIfAbsent(kind(execution), kind -> new ArrayList<>())
                    .addAll(execution
                            .map(ended -> ChildRecord.of(ended, writer.transformation()))
                            .map(Stream::toList)
                            .orElseGet(() -> List.of(ChildRecord.pending(child))));
        }
        try {
            ObjectNode listed = earlier();
            for (var entry : records.entrySet()) {
                listed.withArray("/" + entry.getKey()).add(file(entry.getKey(), entry.getValue()));
            }
            ObjectNode manifest = JsonNodeFactory.instance.objectNode();
            manifest.put("DestinationBucket", bucket);
            manifest.put("MapRunArn", mapRunArn);
            manifest.set("ResultFiles", listed);
            put(place(redrive) + MANIFEST, JsonText.write(manifest));
        } catch (IOException e) {
            throw new StateFailed(ErrorNames.RESULT_WRITER, String.valueOf(e.getMessage()));
        }
        return place(redrive) + MANIFEST;
    }

    private static Kind kind(Optional<Execution> execution) {
        return execution
                .map(ended -> ended.status() == ExecutionStatus.SUCCEEDED ? Kind.SUCCEEDED : Kind.FAILED)
                .orElse(Kind.PENDING);
    }

    private ObjectNode file(Kind kind, List<JsonNode> records) throws IOException {
        String key = place(redrive) + kind + "_0." + writer.outputType().name().toLowerCase(Locale.ROOT);
        int size = put(key, ChildRecord.text(records, writer.outputType()));
        return JsonNodeFactory.instance.objectNode().put("Key", key).put("Size", size);
    }

    private int put(String key, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        buckets.write(bucket, key, content);
        return content.length;
    }

    private String place(int count) {
        return folder + (count == 0 ? "/" : "/Redrive-" + count + "/");
    }

    /** The files that the newest earlier manifest lists; a run that was killed wrote none. */
    private ObjectNode earlier() throws IOException {
        for (int count = redrive - 1; count >= 0; count--) {
            Optional<byte[]> manifest = buckets.read(bucket, place(count) + MANIFEST);
            if (manifest.isPresent()) {
                return listed(place(count), new String(manifest.get(), StandardCharsets.UTF_8));
            }
        }
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        for (Kind kind : Kind.values()) {
            none.putArray(kind.name());
        }
        return none;
    }

    private static ObjectNode listed(String place, String manifest) throws IOException {
        try {
            if (JsonText.parse(manifest).path("ResultFiles") instanceof ObjectNode files
                    && files.valueStream().allMatch(ArrayNode.class::isInstance)) {
                return files;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(place + MANIFEST + " is " + e.getMessage(), e);
        }
        throw new IOException(place + MANIFEST + " lists no ResultFiles");
    }
}
