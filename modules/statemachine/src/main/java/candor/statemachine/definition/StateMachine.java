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
public record StateMachine(String name, Flow flow, @Nullable Duration timeout, String definition) {

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
        String definition = Substitutions.apply(text, substitutions);
        JsonNode tree;
        try {
            tree = JsonText.parse(definition);
        } catch (IllegalArgumentException e) {
            throw new InvalidDefinition("the definition of " + name + " is " + e.getMessage(), e);
        }
        return DefinitionReader.read(name, definition, tree);
    }

    /** Which flow each state stands in, by the state's name; names are unique in the whole machine. */
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
        return "arn:aws:states:local:000000000000:stateMachine:" + name;
    }

    public String executionArn(String execution) {
        return "arn:aws:states:local:000000000000:execution:" + name + ":" + execution;
    }
}
