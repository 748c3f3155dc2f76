package candor.statemachine.definition;

import candor.statemachine.expression.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one state by its Type, rejecting every field that this Type does not have here. */
final class StateReader {

    static final String LAMBDA_INVOKE = "arn:aws:states:::lambda:invoke";
    static final String LAMBDA_INVOKE_AND_WAIT = LAMBDA_INVOKE + ".waitForTaskToken";
    static final String START_EXECUTION_AND_WAIT = "arn:aws:states:::states:startExecution.sync:2";

    private static final Set<String> ANY = Set.of("Type", "Comment", "QueryLanguage");
    private static final Set<String> TYPES =
            Set.of("Task", "Pass", "Choice", "Parallel", "Map", "Wait", "Succeed", "Fail");
    private static final Set<String> LAMBDA_ARGUMENTS = Set.of("FunctionName", "Payload");

    private StateReader() {}

    static State read(String name, Fields fields) {
        if (!fields.text("QueryLanguage", "JSONata").equals("JSONata")) {
            throw fields.rejected("QueryLanguage", "this runner executes JSONata");
        }
        return switch (fields.text("Type")) {
            case "Task" -> task(name, fields);
            case "Parallel" -> parallel(name, fields);
            case "Map" -> MapReader.read(name, fields);
            case "Pass" -> pass(name, fields);
            case "Wait" -> wait(name, fields);
            case "Choice" -> choice(name, fields);
            case "Succeed" -> {
                only(fields, "Output");
                yield new State.Succeed(name, fields.findTemplate("Output"));
            }
            case "Fail" -> {
                only(fields, "Error", "Cause");
                yield new State.Fail(name, fields.findTextTemplate("Error"), fields.findTextTemplate("Cause"));
            }
            default ->
                throw fields.rejected(
                        "Type", fields.text("Type") + " is not supported; what is: " + new TreeSet<>(TYPES));
        };
    }

    private static State task(String name, Fields fields) {
        return fields.text("Resource").equals(START_EXECUTION_AND_WAIT)
                ? startExecution(name, fields)
                : lambda(name, fields);
    }

    private static State startExecution(String name, Fields fields) {
        only(fields, "Resource", "Arguments", "TimeoutSeconds", "Retry", "Catch", "Assign", "Output", "Next", "End");
        Fields arguments = fields.inner("Arguments");
        arguments.only(Set.of("StateMachineArn", "Input", "Name"));
        arguments.text("StateMachineArn");
        return new State.StartExecution(
                name,
                fields.template("Arguments"),
                fields.findSecondsTemplate("TimeoutSeconds", 1, DefinitionReader.LONGEST_SECONDS),
                RuleReader.retriers(fields),
                RuleReader.catchers(fields),
                RuleReader.assign(fields),
                fields.findTemplate("Output"),
                next(fields));
    }

    private static State lambda(String name, Fields fields) {
        only(
                fields,
                "Resource",
                "Arguments",
                "TimeoutSeconds",
                "HeartbeatSeconds",
                "Retry",
                "Catch",
                "Assign",
                "Output",
                "Next",
                "End");
        String resource = fields.text("Resource");
        boolean waits = resource.equals(LAMBDA_INVOKE_AND_WAIT);
        if (!waits && !resource.equals(LAMBDA_INVOKE)) {
            throw fields.rejected(
                    "Resource",
                    resource + " is not supported; what is: " + LAMBDA_INVOKE + ", " + LAMBDA_INVOKE_AND_WAIT + " and "
                            + START_EXECUTION_AND_WAIT);
        }
        if (!waits && fields.has("HeartbeatSeconds")) {
            throw fields.rejected(
                    "HeartbeatSeconds", "only a task that waits for its token has heartbeats here: use TimeoutSeconds");
        }
        if (fields.has("Arguments") && fields.required("Arguments").isObject()) {
            Fields arguments = new Fields(fields.place() + ", field 'Arguments'", fields.required("Arguments"));
            arguments.only(LAMBDA_ARGUMENTS);
            arguments.text("FunctionName");
        }
        return new State.Task(
                name,
                waits,
                fields.findTemplate("Arguments"),
                fields.findSecondsTemplate("TimeoutSeconds", 1, DefinitionReader.LONGEST_SECONDS),
                heartbeat(fields),
                RuleReader.retriers(fields),
                RuleReader.catchers(fields),
                RuleReader.assign(fields),
                fields.findTemplate("Output"),
                next(fields));
    }

    /** Shorter than TimeoutSeconds, as the language demands; where one of them is an expression, when it runs. */
    private static @Nullable Template heartbeat(Fields fields) {
        Template heartbeat = fields.findSecondsTemplate("HeartbeatSeconds", 1, DefinitionReader.LONGEST_SECONDS);
        Template timeout = fields.findTemplate("TimeoutSeconds");
        if (heartbeat != null
                && timeout != null
                && heartbeat.isLiteral()
                && timeout.isLiteral()
                && heartbeat.source().longValue() >= timeout.source().longValue()) {
            throw fields.rejected(
                    "HeartbeatSeconds",
                    "must be less than TimeoutSeconds, " + timeout.source() + ", not " + heartbeat.source());
        }
        return heartbeat;
    }

    private static State parallel(String name, Fields fields) {
        only(fields, "Branches", "Arguments", "Retry", "Catch", "Assign", "Output", "Next", "End");
        JsonNode branches = fields.required("Branches");
        if (!branches.isArray() || branches.isEmpty()) {
            throw fields.rejected("Branches", "must be an array that is not empty, not " + branches);
        }
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            flows.add(DefinitionReader.branch(name + "/" + i, branches.get(i)));
        }
        return new State.Parallel(
                name,
                fields.findTemplate("Arguments"),
                List.copyOf(flows),
                RuleReader.retriers(fields),
                RuleReader.catchers(fields),
                RuleReader.assign(fields),
                fields.findTemplate("Output"),
                next(fields));
    }

    private static State pass(String name, Fields fields) {
        only(fields, "Assign", "Output", "Next", "End");
        return new State.Pass(name, RuleReader.assign(fields), fields.findTemplate("Output"), next(fields));
    }

    private static State wait(String name, Fields fields) {
        only(fields, "Seconds", "Timestamp", "Assign", "Output", "Next", "End");
        if (fields.has("Seconds") == fields.has("Timestamp")) {
            throw fields.rejected("Seconds", "a Wait state has exactly one of Seconds and Timestamp");
        }
        return new State.Wait(
                name,
                fields.findSecondsTemplate("Seconds", 0, DefinitionReader.LONGEST_SECONDS),
                fields.findTextTemplate("Timestamp"),
                RuleReader.assign(fields),
                fields.findTemplate("Output"),
                next(fields));
    }

    private static State choice(String name, Fields fields) {
        only(fields, "Choices", "Default", "Assign", "Output");
        return new State.Choice(
                name,
                RuleReader.choices(fields),
                fields.findText("Default"),
                RuleReader.assign(fields),
                fields.findTemplate("Output"));
    }

    static @Nullable String next(Fields fields) {
        boolean end = fields.flag("End");
        if (end == fields.has("Next")) {
            throw fields.rejected("Next", "a state has exactly one of \"Next\" and \"End\": true");
        }
        return end ? null : fields.text("Next");
    }

    static void only(Fields fields, String... own) {
        fields.only(Set.copyOf(Stream.concat(ANY.stream(), Stream.of(own)).toList()));
    }
}
