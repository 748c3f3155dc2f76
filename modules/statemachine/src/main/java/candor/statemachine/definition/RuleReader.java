package candor.statemachine.definition;

import candor.statemachine.expression.Template;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what hangs on a state: Retry, Catch, Choices and Assign. */
final class RuleReader {

    private static final Set<String> RETRIER = Set.of(
            "Comment",
            "ErrorEquals",
            "IntervalSeconds",
            "MaxAttempts",
            "BackoffRate",
            "MaxDelaySeconds",
            "JitterStrategy");
    private static final Set<String> CATCHER = Set.of("Comment", "ErrorEquals", "Next", "Assign", "Output");
    private static final Set<String> CHOICE = Set.of("Comment", "Condition", "Next", "Assign", "Output");

    /** Bounds of AWS: a pause of up to a year, and as many attempts as MaxAttempts may name. */
    private static final long LONGEST_DELAY = 31_622_400;

    private static final long MOST_ATTEMPTS = 99_999_999;

    private static final Pattern VARIABLE = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,79}");

    private RuleReader() {}

    static List<Retrier> retriers(Fields state) {
        List<Retrier> retriers = new ArrayList<>();
        for (Fields rule : rules(state, "Retry", RETRIER)) {
            String jitter = rule.text("JitterStrategy", "NONE");
            if (!Set.of("FULL", "NONE").contains(jitter)) {
                throw rule.rejected("JitterStrategy", "must be FULL or NONE, not " + jitter);
            }
            retriers.add(new Retrier(
                    errors(rule),
                    Duration.ofSeconds(rule.whole("IntervalSeconds", 1, DefinitionReader.LONGEST_SECONDS, 1)),
                    (int) rule.whole("MaxAttempts", 0, MOST_ATTEMPTS, 3),
                    rule.number("BackoffRate", 1, 2),
                    rule.findSeconds("MaxDelaySeconds", LONGEST_DELAY),
                    jitter.equals("FULL")));
        }
        allIsLast(state, "Retry", retriers.stream().map(Retrier::errors).toList());
        return List.copyOf(retriers);
    }

    static List<Catcher> catchers(Fields state) {
        List<Catcher> catchers = new ArrayList<>();
        for (Fields rule : rules(state, "Catch", CATCHER)) {
            catchers.add(new Catcher(errors(rule), rule.text("Next"), assign(rule), rule.findTemplate("Output")));
        }
        allIsLast(state, "Catch", catchers.stream().map(Catcher::errors).toList());
        return List.copyOf(catchers);
    }

    static List<ChoiceRule> choices(Fields state) {
        List<ChoiceRule> choices = new ArrayList<>();
        state.required("Choices");
        for (Fields rule : rules(state, "Choices", CHOICE)) {
            Template condition = rule.template("Condition");
            if (condition.isLiteral() && !condition.source().isBoolean()) {
                throw rule.rejected("Condition", "must be an expression, true or false, not " + condition.source());
            }
            choices.add(new ChoiceRule(condition, rule.text("Next"), assign(rule), rule.findTemplate("Output")));
        }
        return List.copyOf(choices);
    }

    static @Nullable Template assign(Fields fields) {
        if (!fields.has("Assign")) {
            return null;
        }
        Template assign = fields.template("Assign");
        if (!assign.source().isObject()) {
            throw fields.rejected("Assign", "must be an object of variable names and values, not " + assign.source());
        }
        for (String variable : assign.source().propertyNames()) {
            if (variable.equals("states") || !VARIABLE.matcher(variable).matches()) {
                throw fields.rejected(
                        "Assign/" + variable,
                        "a variable's name is a letter and then letters, digits and underscores, at most 80, and not"
                                + " 'states'");
            }
        }
        return assign;
    }

    private static List<Fields> rules(Fields state, String field, Set<String> known) {
        if (!state.has(field)) {
            return List.of();
        }
        JsonNode rules = state.required(field);
        if (!rules.isArray() || rules.isEmpty()) {
            throw state.rejected(field, "must be an array that is not empty, not " + rules);
        }
        List<Fields> read = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            Fields rule = new Fields(state.place() + ", field '" + field + "/" + i + "'", rules.get(i));
            rule.only(known);
            read.add(rule);
        }
        return read;
    }

    private static List<String> errors(Fields rule) {
        JsonNode names = rule.required("ErrorEquals");
        if (!names.isArray() || names.isEmpty()) {
            throw rule.rejected("ErrorEquals", "must be an array of error names that is not empty, not " + names);
        }
        List<String> errors = new ArrayList<>();
        for (JsonNode name : names) {
            if (!name.isString() || name.stringValue().isEmpty()) {
                throw rule.rejected("ErrorEquals", "must hold error names, not " + name);
            }
            errors.add(known(rule, name.stringValue()));
        }
        return errors;
    }

    private static String known(Fields rule, String error) {
        if (error.startsWith("States.") && !ErrorNames.CATCHABLE.contains(error)) {
            throw rule.rejected(
                    "ErrorEquals",
                    error + " is never reported here; what is: " + new TreeSet<>(ErrorNames.CATCHABLE)
                            + " (a Parallel state fails with its branch's own error)");
        }
        return error;
    }

    private static void allIsLast(Fields state, String field, List<List<String>> rules) {
        for (int i = 0; i < rules.size(); i++) {
            boolean all = rules.get(i).contains(ErrorNames.ALL);
            if (all && (rules.get(i).size() > 1 || i < rules.size() - 1)) {
                throw state.rejected(field + "/" + i, "States.ALL stands alone and in the last rule");
            }
        }
    }
}
