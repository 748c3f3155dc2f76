package candor.statemachine.history;

import candor.statemachine.expression.JsonText;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One Map run of an execution, in a folder below it, {@code map-runs/{id}}: {@code children.jsonl} says which children it
 * has and what each is handed, written before the first of them starts, so that a redrive needs no items; {@code
 * executions/} holds those that were started; {@code results.json} says which are in result files. I/O errors come as
 * UncheckedIOException.
 */
public final class MapRunFiles {

    private static final String RUNS = "map-runs";
    private static final String PLAN = "children.jsonl";
    private static final String WRITTEN = "results.json";

    /**
     * The last result files that are whole. Files of a run that was stopped before it could say so do not count.
     *
     * @param redrive which run of the Map run wrote them: 0 for the first
     * @param succeeded the children whose success they, or earlier ones, hold
     */
    public record Written(int redrive, Set<String> succeeded) {

        public Written {
            succeeded = Set.copyOf(succeeded);
        }
    }

    private final Path folder;

    MapRunFiles(Path execution, String id) {
        this.folder = execution.resolve(RUNS).resolve(id);
    }

    static List<String> ids(Path execution) throws IOException {
        Path runs = execution.resolve(RUNS);
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.map(own -> String.valueOf(own.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    /** The children that were started. */
    public Executions children() {
        return new Executions(folder.resolve("executions"));
    }

    /** All children, in the order of their items; empty where the run ended before they were known. */
    public Optional<List<PlannedChild>> plan() {
        Path file = folder.resolve(PLAN);
        try {
            List<PlannedChild> children = new ArrayList<>();
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                JsonNode child = JsonText.parse(line);
                children.add(new PlannedChild(
                        child.path("name").asString(""),
                        child.path("items").asInt(0),
                        child.path("input").asString("")));
            }
            return Optional.of(List.copyOf(children));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw damaged(file, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Keeps the children, whole or not at all. */
    public void write(List<PlannedChild> children) {
        StringBuilder lines = new StringBuilder();
        children.forEach(child -> lines.append(line(child)).append('\n'));
        write(PLAN, lines.toString());
    }

    /** Which result files are whole; empty where none are. */
    public Optional<Written> written() {
        Path file = folder.resolve(WRITTEN);
        try {
            JsonNode written = JsonText.parse(Files.readString(file, StandardCharsets.UTF_8));
            Set<String> succeeded = new LinkedHashSet<>();
            written.path("succeeded").forEach(name -> succeeded.add(name.asString("")));
            return Optional.of(new Written(written.path("redrive").asInt(0), succeeded));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw damaged(file, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Keeps that these result files are whole, once they are. */
    public void written(Written written) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("redrive", written.redrive());
        ArrayNode names = node.putArray("succeeded");
        written.succeeded().stream().sorted().forEach(names::add);
        write(WRITTEN, JsonText.write(node) + "\n");
    }

    private void write(String name, String text) {
        Path file = folder.resolve(name);
        Path draft = folder.resolve(name + ".part");
        try {
            Files.createDirectories(folder);
            try (FileOutputStream out = new FileOutputStream(draft.toFile())) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.getFD().sync();
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static UncheckedIOException damaged(Path file, IllegalArgumentException fault) {
        return new UncheckedIOException(new IOException(
                file + " is damaged (" + fault.getMessage() + "); start the run anew under another name", fault));
    }

    private static String line(PlannedChild child) {
        return JsonText.write(JsonNodeFactory.instance
                .objectNode()
                .put("name", child.name())
                .put("items", child.items())
                .put("input", child.input()));
    }
}
