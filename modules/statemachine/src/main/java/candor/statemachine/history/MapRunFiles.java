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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One Map run of an execution, in a folder below it, {@code map-runs/{id}}: {@code children.jsonl} says which children it
 * has and what each is handed, written before the first of them starts, so that a redrive needs no items; {@code
 * executions/} holds those that were started. I/O errors come as UncheckedIOException.
 */
public final class MapRunFiles {

    private static final String RUNS = "map-runs";
    private static final String PLAN = "children.jsonl";

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
            return folders.map(own -> String.valueOf(own.getFileName())).sorted().toList();
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
            throw new UncheckedIOException(
                    new IOException(file + " is damaged (" + e.getMessage() + "); start the run anew under another name"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Keeps the children, whole or not at all. */
    public void write(List<PlannedChild> children) {
        Path file = folder.resolve(PLAN);
        Path draft = folder.resolve(PLAN + ".part");
        try {
            Files.createDirectories(folder);
            try (FileOutputStream out = new FileOutputStream(draft.toFile())) {
                for (PlannedChild child : children) {
                    out.write((line(child) + "\n").getBytes(StandardCharsets.UTF_8));
                }
                out.getFD().sync();
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static String line(PlannedChild child) {
        return JsonText.write(JsonNodeFactory.instance
                .objectNode()
                .put("name", child.name())
                .put("items", child.items())
                .put("input", child.input()));
    }
}
