package candor.statemachine.expression;

/** An expression that could not be evaluated, or gave nothing; what Step Functions calls States.QueryEvaluationError. */
public final class EvaluationFailure extends Exception {

    private final String location;
    private final String code;

    /**
     * @param location the field, with the keys inside it, as in {@code Arguments/Payload/symbol}
     * @param code JSONata's own of the error, as in {@code T2001}; empty where there is none
     */
    public EvaluationFailure(String location, String code, String message) {
        super(message);
        this.location = location;
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String location() {
        return location;
    }
}
