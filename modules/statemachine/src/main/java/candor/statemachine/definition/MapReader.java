package candor.statemachine.definition;

import candor.statemachine.expression.JsonText;
import candor.statemachine.expression.Template;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a Map state, inline or distributed, as its ProcessorConfig says. */
final class MapReader {

    /** How long an Express execution may take at the most. */
    static final int EXPRESS_SECONDS = 300;

    private static final int LONGEST_LABEL = 40;

    /** What AWS keeps out of a label: blanks, control characters, and these. */
    private static final Pattern NOT_IN_LABEL = Pattern.compile("[\\s\\p{Cntrl}?*<>{}\\[\\]:;,\\\\|^~$#%&`\"/]");

    private enum Mode {
        INLINE,
        DISTRIBUTED
    }

    private MapReader() {}

    static State read(String name, Fields fields) {
        Fields processor = new Fields("the processor of '" + name + "'", fields.required("ItemProcessor"));
        processor.only(DefinitionReader.PROCESSOR_FIELDS);
        if (!processor.has("ProcessorConfig")) {
            return inline(name, fields, processor);
        }
        Fields config = processor.inner("ProcessorConfig");
        return switch (config.choice("Mode", Mode.class, Mode.INLINE)) {
            case INLINE -> {
                config.only(Set.of("Mode"));
                yield inline(name, fields, processor);
            }
            case DISTRIBUTED -> distributed(name, fields, processor, config);
        };
    }

    private static State inline(String name, Fields fields, Fields processor) {
        StateReader.only(
                fields,
                "Items",
                "ItemSelector",
                "MaxConcurrency",
                "ItemProcessor",
                "Retry",
                "Catch",
                "Assign",
                "Output",
                "Next",
                "End");
        return new State.Map(
                name,
                items(fields),
                fields.findTemplate("ItemSelector"),
                fields.findSecondsTemplate("MaxConcurrency", 0, Integer.MAX_VALUE),
                DefinitionReader.flow(name + "/item", processor),
                RuleReader.retriers(fields),
                RuleReader.catchers(fields),
                RuleReader.assign(fields),
                fields.findTemplate("Output"),
                StateReader.next(fields));
    }

    private static State distributed(String name, Fields fields, Fields processor, Fields config) {
        StateReader.only(
                fields,
                "Label",
                "Items",
                "ItemReader",
                "ItemSelector",
                "ItemBatcher",
                "MaxConcurrency",
                "ToleratedFailureCount",
                "ToleratedFailurePercentage",
                "ItemProcessor",
                "ResultWriter",
                "Retry",
                "Catch",
                "Assign",
                "Output",
                "Next",
                "End");
        if (fields.has("Items") && fields.has("ItemReader")) {
            throw fields.rejected("Items", "the items come from ItemReader already; leave out one of the two");
        }
        config.only(Set.of("Mode", "ExecutionType"));
        config.text("ExecutionType");
        String label = label(name, fields);
        return new State.DistributedMap(
                name,
                label,
                items(fields),
                DistributedFields.reader(fields),
                fields.findTemplate("ItemSelector"),
                DistributedFields.batcher(fields),
                fields.findSecondsTemplate("MaxConcurrency", 0, Integer.MAX_VALUE),
                DistributedFields.tolerated(fields),
                machine(label, config.choice("ExecutionType", ExecutionType.class, ExecutionType.STANDARD), processor),
                DistributedFields.resultWriter(fields),
                RuleReader.retriers(fields),
                RuleReader.catchers(fields),
                RuleReader.assign(fields),
                fields.findTemplate("Output"),
                StateReader.next(fields));
    }

    private static @Nullable Template items(Fields fields) {
        Template items = fields.findTemplate("Items");
        if (items != null && !items.source().isArray() && !items.source().isString()) {
            throw fields.rejected("Items", "must be an array or an expression that gives one, not " + items.source());
        }
        return items;
    }

    /** Without a Label the state's own name, as far as a label may be one. */
    private static String label(String name, Fields fields) {
        if (!fields.has("Label")) {
            String label = NOT_IN_LABEL.matcher(name).replaceAll("-");
            return label.substring(0, Math.min(label.length(), LONGEST_LABEL));
        }
        String label = fields.text("Label");
        if (label.length() > LONGEST_LABEL || NOT_IN_LABEL.matcher(label).find()) {
            throw fields.rejected(
                    "Label",
                    "has 1 to " + LONGEST_LABEL + " characters, without blanks and none of"
                            + " ?*<>{}[]:;,\\|^~$#%&`\"/, not '" + label + "'");
        }
        return label;
    }

    private static StateMachine machine(String label, ExecutionType type, Fields processor) {
        Flow flow = DefinitionReader.flow("", processor);
        FlowCheck.check(flow);
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        definition.put("QueryLanguage", "JSONata");
        definition.put("StartAt", flow.startAt());
        if (type == ExecutionType.EXPRESS) {
            ExpressCheck.check(flow);
            definition.put("TimeoutSeconds", EXPRESS_SECONDS);
        }
        JsonNode states = processor.required("States");
        definition.set("States", states);
        return StateMachine.read(label, type, JsonText.write(definition));
    }
}
