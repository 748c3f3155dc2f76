package candor.benchmarks.parity;

import candor.benchmarks.parity.OwnEvaluator.Question;
import candor.statemachine.expression.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code candor bench parity}. */
@Command(
        name = "parity",
        mixinStandardHelpOptions = true,
        description =
                "Runs definitions and expressions, and writes what came of them for tools/check-interpreter, which"
                        + " compares it with what other interpreters make of them.",
        footer = {
            "",
            "Examples:",
            "  candor bench parity --suite modules/statemachine/src/test/resources/statemachine"
                    + " --faults tools/interpreter/known-faults.json --to out"
        })
public final class ParityCommand implements Callable<Integer> {

    @Option(names = "--suite", paramLabel = "DIR", required = true, description = "the runner's own suite")
    private Path suite = Path.of("");

    @Option(
            names = "--faults",
            paramLabel = "FILE",
            required = true,
            description = "definitions and expressions with known faults")
    private Path faults = Path.of("");

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "a new folder for what came of them")
    private Path to = Path.of("");

    @Option(names = "--definitions", paramLabel = "N", defaultValue = "200", description = "how many are generated")
    private int definitions;

    @Option(names = "--expressions", paramLabel = "N", defaultValue = "300", description = "how many are generated")
    private int expressions;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "20260424", description = "what they are drawn from")
    private long seed;

    @Override
    public Integer call() {
        OwnRunner runner = new OwnRunner(to);
        write("suite.json", Suite.read(suite), one -> told(one, runner));
        write("generated.json", generated(), one -> told(one, runner));
        JsonNode known = known();
        write(
                "known-definitions.json",
                known.path("definitions")
                        .valueStream()
                        .map(ParityCommand::definition)
                        .toList(),
                one -> told(one, runner));
        write(
                "known-expressions.json",
                known.path("expressions")
                        .valueStream()
                        .map(ParityCommand::question)
                        .toList(),
                OwnEvaluator::told);
        write(
                "expressions.json",
                IntStream.range(0, expressions)
                        .mapToObj(i -> ExpressionGenerator.draw(seed, i))
                        .toList(),
                OwnEvaluator::told);
        return 0;
    }

    private JsonNode known() {
        try {
            return JsonText.parse(Files.readString(faults));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the known faults " + faults, e);
        }
    }

    private static Case definition(JsonNode fault) {
        return new Case(fault.get("name").stringValue(), fault.get("definition"), fault.get("input"));
    }

    private static Question question(JsonNode fault) {
        return new Question(
                fault.get("about").stringValue(), fault.get("expression").stringValue(), fault.get("input"));
    }

    private List<Case> generated() {
        return IntStream.range(0, definitions)
                .mapToObj(i -> DefinitionGenerator.draw(seed, i))
                .toList();
    }

    private static JsonNode told(Case one, OwnRunner runner) {
        var told = JsonNodeFactory.instance.objectNode().put("name", one.name());
        told.set("definition", one.definition());
        told.set("input", one.input());
        told.set("events", runner.history(one));
        return told;
    }

    private <T> void write(String file, List<T> items, Function<T, JsonNode> work) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        items.parallelStream().map(work).toList().forEach(all::add);
        try {
            Files.createDirectories(to);
            Files.writeString(to.resolve(file), JsonText.write(all));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + to, e);
        }
    }
}
