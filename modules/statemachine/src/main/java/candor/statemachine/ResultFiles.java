package candor.statemachine;

import candor.statemachine.definition.ErrorNames;
import candor.statemachine.definition.ResultWriter;
import candor.statemachine.expression.JsonText;
import candor.statemachine.history.Execution;
import candor.statemachine.history.ExecutionStatus;
import candor.statemachine.history.Executions;
import candor.statemachine.history.MapRunFiles;
import candor.statemachine.history.PlannedChild;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files of a ResultWriter: {@code PREFIX/ID/manifest.json} and, beside it, {@code SUCCEEDED_0}, {@code FAILED_0} and
 * {@code PENDING_0}, as far as there are such children. A redrive writes those that had not succeeded before, and a manifest
 * that lists the earlier files too, to {@code PREFIX/ID/Redrive-n/}.
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
     * Writes what became of the children that no whole file of before holds as succeeded; where the manifest is. Throws a
     * StateFailed of States.ResultWriterFailed.
     */
    String write(String mapRunArn, List<PlannedChild> plan, MapRunFiles files) throws StateFailed {
        Optional<MapRunFiles.Written> before = files.written();
        Set<String> succeeded =
                new HashSet<>(before.map(MapRunFiles.Written::succeeded).orElse(Set.of()));
        Map<Kind, List<JsonNode>> records = records(plan, succeeded, files.children());
        try {
            ObjectNode listed =
                    before.isEmpty() ? noFiles() : listed(place(before.get().redrive()) + MANIFEST);
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
        files.written(new MapRunFiles.Written(redrive, succeeded));
        return place(redrive) + MANIFEST;
    }

    /** @param succeeded the children that are not written again; gets those that are written as succeeded now */
    private Map<Kind, List<JsonNode>> records(List<PlannedChild> plan, Set<String> succeeded, Executions executions) {
        Map<Kind, List<JsonNode>> records = new TreeMap<>();
        for (PlannedChild child : plan) {
            if (succeeded.contains(child.name())) {
                continue;
            }
            Optional<Execution> execution = executions.find(child.name());
            Kind kind = kind(execution);
            records.computeIfAbsent(kind, first -> new ArrayList<>())
                    .addAll(execution
                            .map(ended -> ChildRecord.of(ended, writer.transformation()))
                            .map(Stream::toList)
                            .orElseGet(() -> List.of(ChildRecord.pending(child))));
            if (kind == Kind.SUCCEEDED) {
                succeeded.add(child.name());
            }
        }
        return records;
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

    private static ObjectNode noFiles() {
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        for (Kind kind : Kind.values()) {
            none.putArray(kind.name());
        }
        return none;
    }

    /** The files that a manifest of before lists. */
    private ObjectNode listed(String manifest) throws IOException {
        byte[] content = buckets.read(bucket, manifest)
                .orElseThrow(() -> new IOException("The manifest '" + manifest + "' of the run before is gone."));
        try {
            if (JsonText.parse(new String(content, StandardCharsets.UTF_8)).path("ResultFiles")
                            instanceof ObjectNode files
                    && files.valueStream().allMatch(ArrayNode.class::isInstance)) {
                return files;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("The manifest '" + manifest + "' is " + e.getMessage(), e);
        }
        throw new IOException("The manifest '" + manifest + "' lists no ResultFiles.");
    }
}
