package candor.local.statemachine.expression;

/** An expression that could not be evaluated, or gave nothing; what Step Functions calls States.QueryEvaluationError. */
public final class EvaluationFailure extends Exception {

    private final String location;

    /** @param location the field, with the keys inside it, as in {@code Arguments/Payload/symbol} */
    public EvaluationFailure(String location, String message) {
        super(message);
        this.location = location;
    }

    public String location() {
        return location;
    }
}
