package candor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import candor.aws.lambda.FunctionPorts;
import candor.store.environment.Variable;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.time.Clock;
import java.util.AbstractMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each function is given the variables that its own wiring asks for, and no others. */
class FunctionVariablesTest {

    private static final Map<String, String> VALUES = Map.of(
            "AWS_REGION", "eu-west-2",
            "AWS_ACCESS_KEY_ID", "id",
            "CANDOR_BUCKET", "candor-store",
            "CANDOR_TABLE", "candor-ledger",
            "CANDOR_STACK", "candor",
            "CANDOR_API_NAME", "candor",
            "CANDOR_API_STAGE", "live");

    /** Asked for and not given, by function. */
    private static final Map<String, Set<String>> LEFT_OUT = Map.of(
            // RunFailedNotice hands the function's words on.
            "RecordFailureFunction",
            Set.of("CANDOR_TOPIC"),
            // The first two for tests, the third with a good default, the last for one machine: an account keeps the
            // token.
            "IngestFunction",
            Set.of("CANDOR_YAHOO_URL", "CANDOR_TIINGO_URL", "CANDOR_USER_AGENT", "CANDOR_TIINGO_TOKEN"));

    private static final Map<String, Set<String>> ASKED = new TreeMap<>();

    private final Template template = Template.read();

    @BeforeAll
    static void wireEveryFunction() throws ReflectiveOperationException {
        for (Map.Entry<String, Map<String, Object>> function :
                Template.read().functions().entrySet()) {
            Asked environment = new Asked();
            Constructor<?> wiring = Class.forName(
                            String.valueOf(function.getValue().get("Handler")))
                    .getDeclaredConstructor(FunctionPorts.class);
            wiring.setAccessible(true);
            wiring.newInstance(FunctionPorts.of(
                    environment, Clock.systemUTC(), new PrintStream(OutputStream.nullOutputStream(), true)));
            ASKED.put(function.getKey(), environment.ours());
        }
    }

    @Test
    void whatIsAskedForIsGivenAndNothingElse() {
        assertThat(ASKED.keySet()).isEqualTo(template.functions().keySet());
        assertThat(ASKED)
                .allSatisfy((function, asked) -> assertThat(given(function))
                        .as("variables of %s", function)
                        .isEqualTo(wanted(function)));
    }

    @Test
    void whatIsLeftOutIsAskedForIndeed() {
        LEFT_OUT.forEach((function, names) ->
                assertThat(ASKED.get(function)).as(function).containsAll(names));
    }

    /** By the table, which names functions as their folders are named. */
    @Test
    void whoReadsAVariableIsWhoTheTableNames() {
        for (Variable variable : Variable.values()) {
            Set<String> functions = new TreeSet<>(List.of(variable.readers().split(", ")));
            functions.remove("`./candor`");
            if (functions.equals(Set.of("every function"))) {
                functions = new TreeSet<>(Tree.functionModules());
            }
            Set<String> asking = new TreeSet<>();
            ASKED.forEach((function, names) -> {
                if (names.contains(variable.toString())) {
                    asking.add(folder(function));
                }
            });
            assertThat(asking).as("functions that read %s", variable).isEqualTo(functions);
        }
    }

    /** {@code record-failure} for {@code RecordFailureFunction}. */
    private static String folder(String function) {
        return function.replaceFirst("Function$", "")
                .replaceAll("(?<!^)(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static Set<String> wanted(String function) {
        Set<String> wanted = new TreeSet<>(Objects.requireNonNull(ASKED.get(function)));
        wanted.removeAll(LEFT_OUT.getOrDefault(function, Set.of()));
        return wanted;
    }

    /** Without those that the runtime reads. */
    private Set<String> given(String function) {
        Set<String> given = new TreeSet<>(template.variables(function));
        given.removeIf(name -> !name.startsWith("CANDOR_"));
        return given;
    }

    /** An environment that notes which variables it is asked for. */
    private static final class Asked extends AbstractMap<String, String> {

        private final Set<String> names = new TreeSet<>();

        Set<String> ours() {
            Set<String> ours = new TreeSet<>(names);
            ours.removeIf(name -> !name.startsWith("CANDOR_"));
            return ours;
        }

        @Override
        public @Nullable String get(@Nullable Object name) {
            names.add(String.valueOf(name));
            return VALUES.get(String.valueOf(name));
        }

        @Override
        public boolean containsKey(@Nullable Object name) {
            return get(name) != null;
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            return VALUES.entrySet();
        }
    }
}
