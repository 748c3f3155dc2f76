package candor.statemachine.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** One JSONata expression, as it stands between <code>{%</code> and <code>%}</code>. */
final class Expression {

    private static final String OPEN = "{%";
    private static final String CLOSE = "%}";

    private static final String TOO_DEEP = "it is nested too deep";

    private static final Pattern EVAL = Pattern.compile("\\$eval(?![A-Za-z0-9_])");

    private final String text;

    private Expression(String text) {
        this.text = text;
    }

    static boolean isExpression(String value) {
        return value.startsWith(OPEN) && value.endsWith(CLOSE) && value.length() >= OPEN.length() + CLOSE.length();
    }

    /** Throws IllegalArgumentException for a half-open delimiter, a syntax error or {@code $eval}. */
    static void check(String value) {
        if (!isExpression(value)) {
            if (value.startsWith(OPEN) || value.endsWith(CLOSE)) {
                throw new IllegalArgumentException(
                        "a JSONata expression begins with {% and ends with %}, without blanks around them: " + value);
            }
            return;
        }
        String text = of(value).text;
        if (EVAL.matcher(text).find()) {
            throw new IllegalArgumentException("Step Functions has no $eval; use $parse to read JSON text: " + text);
        }
        try {
            Jsonata.jsonata(text);
        } catch (JException e) {
            throw new IllegalArgumentException("not JSONata: " + text + ": " + e.getMessage(), e);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("not JSONata that can be read: " + TOO_DEEP, e);
        }
    }

    static Expression of(String value) {
        return new Expression(
                value.substring(OPEN.length(), value.length() - CLOSE.length()).strip());
    }

    /** @param location for the failure's message; undefined is a failure, as Step Functions has it */
    JsonNode evaluate(Bindings bindings, String location) throws EvaluationFailure {
        try {
            // Parsed anew each time: a parsed expression of this library must not be shared by threads.
            Jsonata jsonata = Jsonata.jsonata(text);
            jsonata.setOutputConvertNulls(false);
            Jsonata.Frame frame = jsonata.createFrame();
            Bounds.bind(frame, bindings.clock());
            bindings.variables().forEach((name, value) -> frame.bind(name, PlainValues.of(value)));
            frame.bind("states", PlainValues.of(bindings.states()));
            StepFunctionsLibrary.bind(frame, bindings);
            Object value = jsonata.evaluate(null, frame);
            if (value == null) {
                throw failure(location, "", "returned nothing (undefined)");
            }
            return PlainValues.toJson(value);
        } catch (RuntimeException e) {
            // Not JException alone: what a function given to $sort throws comes wrapped, and the library has slips of
            // its own.
            throw failure(location, code(e), "failed: " + message(e));
        } catch (StackOverflowError e) {
            // What the library does inside one step, as for patterns and values, may be nested too deep for a thread.
            throw failure(location, "", "failed: " + TOO_DEEP);
        }
    }

    /** JSONata's code of the error that is at the bottom of this one. */
    private static String code(Throwable failure) {
        if (failure instanceof JException known) {
            return String.valueOf(known.getError());
        }
        Throwable cause = failure.getCause();
        return cause == null ? "" : code(cause);
    }

    private static String message(Throwable failure) {
        if (failure instanceof StackOverflowError) {
            return TOO_DEEP;
        }
        Throwable cause = failure.getCause();
        return failure instanceof JException || cause == null ? String.valueOf(failure.getMessage()) : message(cause);
    }

    private EvaluationFailure failure(String location, String code, String what) {
        return new EvaluationFailure(
                location, code, "The JSONata expression '" + text + "' of the field '" + location + "' " + what);
    }
}
