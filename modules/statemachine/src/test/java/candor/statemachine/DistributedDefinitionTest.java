package candor.statemachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.statemachine.definition.InvalidDefinition;
import candor.statemachine.definition.State;
import candor.statemachine.definition.StateMachine;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a Distributed Map may not say is rejected when the definition is loaded, by name. */
class DistributedDefinitionTest {

    private static final String PASS = "'StartAt': 'B', 'States': {'B': {'Type': 'Pass', 'End': true}}";

    /** Fields of the Map, or of its ItemReader or ResultWriter with an S3 Resource; what the message has to name. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'ItemsPath': '$.items' | field 'ItemsPath': it belongs to JSONPath",
                "'ToleratedFailureCountPath': '$.n' | use ToleratedFailureCount with an expression",
                "'ToleratedFailurePercentagePath': '$.n' | use ToleratedFailurePercentage with an expression",
                "'ToleratedFailureCount': -1 | field 'ToleratedFailureCount': must be a whole number from 0",
                "'ToleratedFailurePercentage': 100.1 | field 'ToleratedFailurePercentage': must be a number from 0.0 to 100.0",
                "'ToleratedFailurePercentage': '5' | field 'ToleratedFailurePercentage': must be a number",
                "'TimeoutSeconds': 5 | field 'TimeoutSeconds'",
                "'Label': 'my map' | field 'Label': has 1 to 40 characters",
                "'Label': 'a/b' | field 'Label': has 1 to 40 characters",
                "'Label': '12345678901234567890123456789012345678901' | field 'Label': has 1 to 40 characters",
                "READ{'InputType': 'CSV'} | field 'CSVHeaderLocation': missing",
                "READ{'InputType': 'CSV', 'CSVHeaderLocation': 'GIVEN'} | field 'CSVHeaders': missing",
                "READ{'InputType': 'CSV', 'CSVHeaderLocation': 'FIRST_ROW', 'CSVHeaders': ['a']} | field 'CSVHeaders': only with",
                "READ{'InputType': 'CSV', 'CSVHeaderLocation': 'LAST_ROW'} | field 'CSVHeaderLocation': must be one of [FIRST_ROW, GIVEN]",
                "READ{'InputType': 'PARQUET'} | field 'InputType': must be one of [JSON, JSONL, CSV], not PARQUET",
                "READ{'InputType': 'MANIFEST'} | field 'InputType': must be one of [JSON, JSONL, CSV], not MANIFEST",
                "READ{'MaxItems': 1} | field 'InputType': missing",
                "READ{'InputType': 'JSON', 'MaxItems': -1} | field 'MaxItems'",
                "READ{'InputType': 'JSON', 'MaxItemsPath': '$.n'} | use MaxItems with an expression",
                "READ{'InputType': 'JSON', 'ItemsPointer': 'data'} | field 'ItemsPointer': must be a JSON pointer",
                "READ{'InputType': 'JSON', 'Transformation': 'LOAD_AND_FLATTEN'} | field 'Transformation'",
                "'ItemReader': {'Resource': 'arn:aws:states:::dynamodb:scan', 'Arguments': {}} | dynamodb:scan is not supported",
                "'ItemReader': {'Resource': 'arn:aws:states:::s3:getObject', 'Parameters': {}} | field 'Parameters': it belongs to JSONPath",
                "'ItemReader': {'Resource': 'arn:aws:states:::s3:getObject', 'ReaderConfig': {'InputType': 'JSON'}, 'Arguments': {'Bucket': 'b'}} | field 'Key': missing",
                "'ItemReader': {'Resource': 'arn:aws:states:::s3:listObjectsV2', 'Arguments': {'Prefix': 'p'}} | field 'Bucket': missing",
                "'Items': [1], READ{'InputType': 'JSON'} | field 'Items': the items come from ItemReader already",
                "'Items': {'a': 1} | field 'Items': must be an array",
                "'ItemBatcher': {} | field 'MaxItemsPerBatch': missing; this or MaxInputBytesPerBatch",
                "'ItemBatcher': {'MaxItemsPerBatch': 0} | field 'MaxItemsPerBatch'",
                "'ItemBatcher': {'MaxInputBytesPerBatch': 262145} | field 'MaxInputBytesPerBatch'",
                "'ItemBatcher': {'MaxItemsPerBatchPath': '$.n'} | use MaxItemsPerBatch with an expression",
                "'ResultWriter': {} | field 'Resource': missing",
                "'ResultWriter': {'WriterConfig': {'OutputType': 'JSONL'}} | field 'OutputType': JSONL is for files",
                "'ResultWriter': {'WriterConfig': {'Transformation': 'SMALL'}} | must be one of [NONE, COMPACT, FLATTEN]",
                "'ResultWriter': {'Resource': 'arn:aws:states:::s3:copyObject', 'Arguments': {'Bucket': 'b', 'Prefix': 'p'}} | s3:copyObject is not supported",
                "'ResultWriter': {'Resource': 'arn:aws:states:::s3:putObject', 'Arguments': {'Bucket': 'b'}} | field 'Prefix': missing",
            })
    void aFieldIsRejectedByName(String fields, String named) {
        String map = fields.replace(
                "READ",
                "'ItemReader': {'Resource': 'arn:aws:states:::s3:getObject', 'Arguments': {'Bucket': 'b', 'Key': 'k'},"
                        + " 'ReaderConfig': ");
        String closed = fields.contains("READ") ? map + "}" : map;
        assertThatThrownBy(() -> DistributedMachines.of("STANDARD", PASS, closed + ", 'End': true"))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'Mode': 'DISTRIBUTED' | field 'ExecutionType': missing",
                "'Mode': 'DISTRIBUTED', 'ExecutionType': 'FAST' | must be one of [STANDARD, EXPRESS], not FAST",
                "'Mode': 'INLINE', 'ExecutionType': 'STANDARD' | field 'ExecutionType'",
            })
    void aConfigurationIsRejectedByName(String config, String named) {
        assertThatThrownBy(() -> load("{'QueryLanguage': 'JSONata', 'StartAt': 'A', 'States': {'A': {'Type': 'Map',"
                        + " 'End': true, 'ItemProcessor': {'ProcessorConfig': {" + config + "}, " + PASS + "}}}}"))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining(named);
    }

    @Test
    void anExpressChildMayNotWaitForAToken() {
        String processor = """
                'StartAt': 'Ask', 'States': {'Ask': {'Type': 'Task', 'End': true,
                 'Resource': 'arn:aws:states:::lambda:invoke.waitForTaskToken', 'Arguments': {'FunctionName': 'f'}}}""";

        assertThatThrownBy(() -> DistributedMachines.of("EXPRESS", processor, "'End': true"))
                .hasMessage(
                        "state 'Ask', field 'Resource': a task that waits for its token is not possible in an EXPRESS"
                                + " processor; set \"ExecutionType\": \"STANDARD\"");
        assertThat(DistributedMachines.of("STANDARD", processor, "'End': true")).isNotNull();
    }

    /** AWS answers DUPLICATE_STATE_NAME where two processors have a state of the same name. */
    @Test
    void aNameIsThereOnceInTheWholeMachine() {
        assertThatThrownBy(() -> load(twoMaps("'Label': 'one', ", "'Label': 'two', ", "B", "B")))
                .hasMessageContaining("state 'B': the name is there twice");
    }

    @Test
    void aLabelIsThereOnceInTheWholeMachine() {
        assertThatThrownBy(() -> load(twoMaps("'Label': 'one', ", "'Label': 'one', ", "B", "C")))
                .hasMessageContaining("field 'Label': another Map has the label 'one' already");
        assertThat(load(twoMaps("'Label': 'one', ", "'Label': 'two', ", "B", "C")))
                .isNotNull();
    }

    @Test
    void withoutALabelTheStatesNameIsIt() {
        StateMachine machine = load(twoMaps("", "", "B", "C"));

        assertThat(machine.flow().states().values())
                .extracting(state -> ((State.DistributedMap) state).label())
                .containsExactly("First-map", "Second-map");
    }

    /** Children see nothing of their parent, so that they may have variables of the same names. */
    @Test
    void aChildMayHaveItsParentsVariables() {
        assertThat(load(twoMaps("'Assign': {'kept': 1}, ", "", "B", "C")
                        .replace("'Type': 'Pass'", "'Type': 'Pass', 'Assign': {'kept': 2}")))
                .isNotNull();
    }

    private static String twoMaps(String first, String second, String one, String two) {
        String map = "{'Type': 'Map', 'ItemProcessor': {'ProcessorConfig': {'Mode': 'DISTRIBUTED', 'ExecutionType':"
                + " 'STANDARD'}, ";
        return "{'QueryLanguage': 'JSONata', 'StartAt': 'First map', 'States': {'First map': " + map
                + PASS.replace("'B'", "'" + one + "'") + "}, " + first + "'Next': 'Second map'}, 'Second map': " + map
                + PASS.replace("'B'", "'" + two + "'") + "}, " + second + "'End': true}}}";
    }

    private static StateMachine load(String definition) {
        return StateMachine.load("m", definition.replace('\'', '"'), Map.of());
    }
}
