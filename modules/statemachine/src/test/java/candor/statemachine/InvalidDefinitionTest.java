package candor.statemachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.statemachine.definition.InvalidDefinition;
import candor.statemachine.definition.StateMachine;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not supported is refused when the definition is loaded, by name. */
class InvalidDefinitionTest {

    private static final String TASK =
            "'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Arguments':{'FunctionName':'f'}";

    private static final String MAP = "'Type':'Map','ItemProcessor':{'StartAt':'B','States':{'B':{'Type':'Succeed'}}}";

    /** One state A with these fields; what the refusal has to name. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'Type':'Activity','End':true | state 'A', field 'Type': Activity",
                "'Type':'Map','End':true | field 'ItemProcessor'",
                "MAP,'ItemReader':{},'End':true | field 'ItemReader': it belongs to the Distributed Map",
                "MAP,'ItemBatcher':{},'End':true | field 'ItemBatcher'",
                "MAP,'ResultWriter':{},'End':true | field 'ResultWriter'",
                "MAP,'ToleratedFailurePercentage':5,'End':true | field 'ToleratedFailurePercentage'",
                "MAP,'ToleratedFailureCount':5,'End':true | field 'ToleratedFailureCount'",
                "MAP,'ItemsPath':'$','End':true | field 'ItemsPath'",
                "MAP,'Iterator':{},'End':true | field 'Iterator'",
                "MAP,'Arguments':{},'End':true | field 'Arguments'",
                "MAP,'Items':3,'End':true | field 'Items'",
                "MAP,'MaxConcurrency':-1,'End':true | field 'MaxConcurrency'",
                "'Type':'Map','ItemProcessor':{'ProcessorConfig':{'Mode':'SPREAD'},'StartAt':'B','States':{'B':{'Type':'Succeed'}}},'End':true | field 'Mode': must be one of [INLINE, DISTRIBUTED]",
                "'Type':'Map','ItemProcessor':{'StartAt':'A','States':{'A':{'Type':'Succeed'}}},'End':true | name is there twice",
                "'Type':'Map','Assign':{'v':1},'ItemProcessor':{'StartAt':'B','States':{'B':{'Type':'Pass','Assign':{'v':2},'End':true}}},'End':true | Assign/v",
                "'Type':'Pass','InputPath':'$','End':true | field 'InputPath'",
                "'Type':'Pass','OutputPath':'$','End':true | field 'OutputPath'",
                "'Type':'Pass','Result':1,'End':true | field 'Result'",
                "'Type':'Pass','Parameters':{},'End':true | field 'Parameters'",
                "'Type':'Pass','ResultPath':'$.x','End':true | field 'ResultPath'",
                "'Type':'Pass','QueryLanguage':'JSONPath','End':true | field 'QueryLanguage'",
                "'Type':'Pass','Colour':'red','End':true | field 'Colour'",
                "'Type':'Pass','Retry':[],'End':true | field 'Retry'",
                "'Type':'Pass' | field 'Next'",
                "'Type':'Pass','End':true,'Next':'A' | field 'Next'",
                "'Type':'Pass','Next':'Nowhere' | leads to 'Nowhere'",
                "'Type':'Pass','Next':'A' | no state ends it",
                "'Type':'Pass','Output':'{% 1 + %}','End':true | field 'Output'",
                "'Type':'Pass','Output':{'a':['{% ( %}']},'End':true | field 'Output/a/0'",
                "'Type':'Pass','Output':'{% $eval(x) %}','End':true | $eval",
                "'Type':'Pass','Output':'{% 1','End':true | begins with {%",
                "'Type':'Pass','Assign':{'states':1},'End':true | Assign/states",
                "'Type':'Pass','Assign':{'1st':1},'End':true | Assign/1st",
                "'Type':'Pass','Assign':[],'End':true | field 'Assign'",
                "'Type':'Succeed','Next':'A' | field 'Next'",
                "'Type':'Fail','Output':1 | field 'Output'",
                "'Type':'Wait','End':true | field 'Seconds'",
                "'Type':'Wait','Seconds':1,'Timestamp':'2026-01-05T00:00:00Z','End':true | field 'Seconds'",
                "'Type':'Wait','Seconds':-1,'End':true | field 'Seconds'",
                "'Type':'Choice','Choices':[],'Default':'A' | field 'Choices'",
                "'Type':'Choice','Choices':[{'Variable':'$.x','Next':'A'}] | field 'Variable'",
                "'Type':'Choice','Choices':[{'Condition':'yes','Next':'A'}] | field 'Condition'",
                "'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage.waitForTaskToken','End':true | sqs:sendMessage.waitForTaskToken",
                "'Type':'Task','Resource':'arn:aws:states:::lambda:invoke.waitForTaskToken','TimeoutSeconds':5,'HeartbeatSeconds':5,'End':true | must be less than TimeoutSeconds",
                "'Type':'Task','Resource':'arn:aws:states:::states:startExecution.sync','End':true | startExecution.sync",
                "TASK,'HeartbeatSeconds':5,'End':true | field 'HeartbeatSeconds'",
                "TASK,'Credentials':{},'End':true | field 'Credentials'",
                "TASK,'TimeoutSeconds':0,'End':true | field 'TimeoutSeconds'",
                "'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Arguments':{'FunctionName':'f','Qualifier':'1'},'End':true | field 'Qualifier'",
                "'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Arguments':{'Payload':1},'End':true | field 'FunctionName'",
                "TASK,'Retry':[{'ErrorEquals':[]}],'End':true | field 'ErrorEquals'",
                "TASK,'Retry':[{'ErrorEquals':['States.Runtime']}],'End':true | States.Runtime",
                "TASK,'Retry':[{'ErrorEquals':['States.BranchFailed']}],'End':true | States.BranchFailed",
                "TASK,'Retry':[{'ErrorEquals':['X'],'BackoffRate':0.5}],'End':true | field 'BackoffRate'",
                "TASK,'Retry':[{'ErrorEquals':['X'],'JitterStrategy':'HALF'}],'End':true | field 'JitterStrategy'",
                "TASK,'Retry':[{'ErrorEquals':['X'],'MaxAttempts':-1}],'End':true | field 'MaxAttempts'",
                "TASK,'Retry':[{'ErrorEquals':['States.ALL']},{'ErrorEquals':['X']}],'End':true | States.ALL stands alone",
                "TASK,'Retry':[{'ErrorEquals':['States.ALL','X']}],'End':true | States.ALL stands alone",
                "TASK,'Catch':[{'ErrorEquals':['X']}],'End':true | field 'Next'",
                "TASK,'Catch':[{'ErrorEquals':['X'],'ResultPath':'$.e','Next':'A'}],'End':true | field 'ResultPath'",
                "'Type':'Parallel','Branches':[],'End':true | field 'Branches'",
                "'Type':'Parallel','Branches':[{'StartAt':'B','States':{}}],'End':true | there is no state",
                "'Type':'Parallel','Branches':[{'StartAt':'A','States':{'A':{'Type':'Pass','End':true}}}],'End':true | name is there twice",
                "'Type':'Parallel','Branches':[{'StartAt':'B','States':{'B':{'Type':'Pass','Next':'A'}}}],'End':true | leads to 'A'",
                "'Type':'Parallel','Assign':{'v':1},'Branches':[{'StartAt':'B','States':{'B':{'Type':'Pass','Assign':{'v':2},'End':true}}}],'End':true | Assign/v",
            })
    void aStateIsRefusedByName(String fields, String named) {
        String state = fields.replace("TASK", TASK).replace("MAP", MAP).replace('\'', '"');
        assertThatThrownBy(() ->
                        load("{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{\"A\":{" + state + "}}}"))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'StartAt':'A','States':{'A':{'Type':'Succeed'}}} | JSONata",
                "{'QueryLanguage':'JSONata','States':{'A':{'Type':'Succeed'}}} | field 'StartAt'",
                "{'QueryLanguage':'JSONata','StartAt':'B','States':{'A':{'Type':'Succeed'}}} | there is no state 'B'",
                "{'QueryLanguage':'JSONata','StartAt':'A','States':{'A':{'Type':'Succeed'},'B':{'Type':'Succeed'}}} | no way leads to [B]",
                "{'QueryLanguage':'JSONata','StartAt':'A','Processor':1,'States':{'A':{'Type':'Succeed'}}} | field 'Processor'",
                "{'QueryLanguage':'JSONata','StartAt':'A','TimeoutSeconds':'long','States':{'A':{'Type':'Succeed'}}} | TimeoutSeconds",
                "{'QueryLanguage':'JSONata','StartAt':'A','Version':'2.0','States':{'A':{'Type':'Succeed'}}} | Version",
                "{'QueryLanguage':'JSONata','StartAt':'A','States':{'A':{'Type':'Succeed'},'A':{'Type':'Succeed'}}} | Duplicate",
                "{'QueryLanguage':'JSONata' | not JSON",
                "[] | must be a JSON object",
            })
    void aMachineIsRefusedByName(String definition, String named) {
        assertThatThrownBy(() -> load(definition.replace('\'', '"')))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining(named);
    }

    @Test
    void aMissingSubstitutionIsNamed() {
        assertThatThrownBy(() -> StateMachine.load("m", "{\"Comment\":\"${Absent}\"}", Map.of("Present", "x")))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("${Absent}")
                .hasMessageContaining("[Present]");
    }

    @Test
    void aSubstitutionIsEscapedAsJson() {
        StateMachine machine = StateMachine.load(
                "m",
                "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\",\"Output\":\"${V}\"}}}",
                Map.of("V", "a\"b\\c"));

        assertThat(machine.definition()).contains("a\\\"b\\\\c");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> StateMachine.load("m", Path.of("absent.asl.json"), Map.of()))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("absent.asl.json");
    }

    private static void load(String definition) {
        StateMachine.load("m", definition, Map.of());
    }
}
