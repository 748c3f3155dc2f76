package candor.statemachine.definition;

import candor.statemachine.expression.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A checked definition under a name.
 *
 * @param timeout of a whole execution; null for none
 * @param definition the text that was read, substitutions made: what an execution keeps, so that its redrive runs it again
 */
public record StateMachine(
        String name,
        ExecutionType type,
        Flow flow,
        @Nullable Duration timeout,
        String definition) {

    private static final String ARN = "arn:aws:states:local:000000000000:";

    /** The file, with each {@code ${Name}} in it replaced. Throws {@link InvalidDefinition}. */
    public static StateMachine load(String name, Path file, Map<String, String> substitutions) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InvalidDefinition("cannot read the state machine " + file + ": " + e, e);
        }
        return load(name, text, substitutions);
    }

    /** The text, with each {@code ${Name}} in it replaced. Throws {@link InvalidDefinition}. */
    public static StateMachine load(String name, String text, Map<String, String> substitutions) {
        return read(name, ExecutionType.STANDARD, Substitutions.apply(text, substitutions));
    }

    /** The text as it stands, as an execution keeps it. Throws {@link InvalidDefinition}. */
    public static StateMachine read(String name, ExecutionType type, String definition) {
        JsonNode tree;
        try {
            tree = JsonText.parse(definition);
        } catch (IllegalArgumentException e) {
            throw new InvalidDefinition("the definition of " + name + " is " + e.getMessage(), e);
        }
        return DefinitionReader.read(name, type, definition, tree);
    }

    /** The same, as the machine of the children of another machine's Map. */
    public StateMachine inside(StateMachine parent) {
        return new StateMachine(parent.name() + "/" + name, type, flow, timeout, definition);
    }

    /**
     * Which flow each state stands in, by the state's name; names are unique in the whole machine. Those of a Distributed Map's children are not among them.
     */
    public Map<String, Flow> flowOfState() {
        Map<String, Flow> index = new HashMap<>();
        flow.index(index);
        return index;
    }

    /** SHA-256 of the definition's UTF-8 bytes, in lower-case hexadecimal. */
    public String definitionSha256() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(definition.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** As {@code arn:aws:states:local:000000000000:stateMachine:pipeline}. */
    public String arn() {
        return ARN + "stateMachine:" + name;
    }

    /** As {@code arn:aws:states:local:000000000000:mapRun:universe/EachSymbol:ID}, for the machine of a Map's children. */
    public String mapRunArn(String id) {
        return ARN + "mapRun:" + name + ":" + id;
    }

    /** For an EXPRESS machine with the execution's name once more, where Step Functions has an id. */
    public String executionArn(String execution) {
        return switch (type) {
            case STANDARD -> ARN + "execution:" + name + ":" + execution;
            case EXPRESS -> ARN + "express:" + name + ":" + execution + ":" + execution;
        };
    }
}
