package candor.statemachine;

import candor.statemachine.definition.StateMachine;
import candor.statemachine.expression.JsonText;
import candor.statemachine.history.Execution;
import candor.statemachine.history.MapRunFiles;
import candor.statemachine.history.PlannedChild;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Machines with one Distributed Map, and what became of their children. */
final class DistributedMachines {

    /** A child that invokes f with its input and gives its answer. */
    static final String CALLS_F = """
            'StartAt': 'F', 'States': {'F': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke',
             'Arguments': {'FunctionName': 'f', 'Payload': '{% $states.input %}'},
             'Output': '{% $states.result.Payload %}', 'End': true}}""";

    private DistributedMachines() {}

    /** With children of this type and processor; {@code map} is the Map's further fields, with its Next or End. */
    static StateMachine of(String type, String processor, String map) {
        return StateMachine.load(
                "m",
                ("{'QueryLanguage': 'JSONata', 'StartAt': 'Each', 'States': {'Each': {'Type': 'Map', 'ItemProcessor': {"
                                + "'ProcessorConfig': {'Mode': 'DISTRIBUTED', 'ExecutionType': '" + type + "'}, "
                                + processor + "}, " + map + "}}}")
                        .replace('\'', '"'),
                Map.of());
    }

    static StateMachine standard(String map) {
        return of("STANDARD", CALLS_F, map);
    }

    /** The only Map run of the execution. */
    static MapRunFiles mapRun(Bench bench, String name) {
        List<MapRunFiles> runs = List.copyOf(bench.executions.mapRuns(name).values());
        if (runs.size() != 1) {
            throw new AssertionError("the execution has " + runs.size() + " Map runs, not one");
        }
        return runs.getFirst();
    }

    /** The children that were started, in the order of their items. */
    static List<Execution> children(Bench bench, String name) {
        MapRunFiles run = mapRun(bench, name);
        List<Execution> children = new ArrayList<>();
        for (PlannedChild child : run.plan().orElseThrow()) {
            run.children().find(child.name()).ifPresent(children::add);
        }
        return children;
    }

    static List<String> statuses(Bench bench, String name) {
        return children(bench, name).stream()
                .map(child -> child.status().name())
                .toList();
    }

    static JsonNode json(String text) {
        return JsonText.parse(text.replace('\'', '"'));
    }

    static String output(ExecutionResult result) {
        return String.valueOf(result.output());
    }
}
