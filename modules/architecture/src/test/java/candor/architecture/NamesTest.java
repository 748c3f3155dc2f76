package candor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import candor.pipeline.stage.Stage;
import candor.pipeline.stage.StageName;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * One word for one thing: state {@code Train} = folder {@code functions/train} = {@code TrainHandler} = {@code TrainStage}
 * = checkpoint {@code train} = {@code events/train.json} = {@code TrainFunction} in the template.
 */
class NamesTest {

    /** Functions that are no stage: one answers the API, one files, one is started by the event of a failure. */
    private static final List<String> BESIDE_THE_STAGES = List.of("predict", "batch", "record-failure");

    private static final List<String> STAGES =
            Arrays.stream(StageName.values()).map(StageName::key).toList();

    private static final Set<String> FUNCTIONS =
            Stream.concat(STAGES.stream(), BESIDE_THE_STAGES.stream()).collect(Collectors.toCollection(TreeSet::new));

    private final Template template = Template.read();

    @Test
    void everyFunctionIsAModule() {
        assertThat(Tree.functionModules()).containsExactlyInAnyOrderElementsOf(FUNCTIONS);
        assertThat(modulesOfTheReactor()).containsExactlyInAnyOrderElementsOf(FUNCTIONS);
    }

    @Test
    void everyFunctionHasItsEvent() {
        assertThat(Tree.names("events", ".json")).containsExactlyInAnyOrderElementsOf(FUNCTIONS);
    }

    @Test
    void everyFunctionIsInTheTemplate() {
        assertThat(template.functions().keySet())
                .containsExactlyInAnyOrderElementsOf(each(FUNCTIONS, name -> camel(name) + "Function"));
    }

    @Test
    void everyFunctionIsDeployedFromItsOwnZip() {
        assertThat(property("CodeUri"))
                .containsExactlyInAnyOrderElementsOf(
                        each(FUNCTIONS, name -> "functions/" + name + "/target/candor-" + name + ".zip"));
    }

    @Test
    void everyHandlerBearsItsFunctionsName() {
        assertThat(property("Handler")).containsExactlyInAnyOrderElementsOf(each(FUNCTIONS, NamesTest::handler));
    }

    @Test
    void everyHandlerReadsAndWritesStreams() throws ClassNotFoundException {
        for (String name : FUNCTIONS) {
            assertThat(RequestStreamHandler.class).isAssignableFrom(Class.forName(handler(name)));
        }
    }

    @Test
    void everyStageBearsItsName() {
        List<String> stages = new ClassFileImporter()
                .withImportOption(new Shipped()).importPackages("candor").stream()
                        .filter(type -> type.isAssignableTo(Stage.class) && !type.isInterface())
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getSimpleName)
                        .filter(name -> name.endsWith("Stage"))
                        .toList();
        assertThat(stages).containsExactlyInAnyOrderElementsOf(each(STAGES, name -> camel(name) + "Stage"));
    }

    @Test
    void everyStageIsAStateThatCallsItsFunction() {
        Map<String, String> called = Definition.pipeline().tasks().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Definition.function(entry.getValue())));
        for (String stage : STAGES) {
            assertThat(called).containsEntry(camel(stage), "${" + camel(stage) + "FunctionArn}");
        }
    }

    @Test
    void everySubstitutionOfTheDefinitionIsTheFunctionOrParameterOfThatName() {
        Map<String, Object> substitutions = template.substitutions("Pipeline");
        assertThat(substitutions.keySet())
                .containsExactlyInAnyOrderElementsOf(Definition.pipeline().substitutions());
        substitutions.forEach((name, value) -> assertThat(value)
                .isEqualTo(
                        name.endsWith("FunctionArn")
                                ? "!GetAtt " + name.replaceFirst("Arn$", ".Arn")
                                : "!Ref " + name));
    }

    @Test
    void everySubstitutionOfTheUniverseIsMade() {
        assertThat(template.substitutions("UniverseOfSymbols").keySet())
                .containsExactlyInAnyOrderElementsOf(Definition.universe().substitutions());
    }

    private List<String> property(String name) {
        return template.functions().values().stream()
                .map(function -> String.valueOf(function.get(name)))
                .toList();
    }

    private static List<String> modulesOfTheReactor() {
        return Tree.text("functions/pom.xml")
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("<module>"))
                .map(line -> line.replaceAll("</?module>", ""))
                .toList();
    }

    private static List<String> each(Collection<String> names, UnaryOperator<String> change) {
        return names.stream().map(change).toList();
    }

    private static String handler(String function) {
        return "candor.function." + function.replace("-", "") + "." + camel(function) + "Handler";
    }

    /** {@code RecordFailure} for {@code record-failure}. */
    private static String camel(String name) {
        return Arrays.stream(name.split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
