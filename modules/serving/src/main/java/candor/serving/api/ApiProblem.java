package candor.serving.api;

import org.jspecify.annotations.Nullable;

/** A request that is at fault. The message says what is wrong, the value, and the remedy. */
public final class ApiProblem extends RuntimeException {

    private static final int LONGEST_VALUE = 100;

    private final int status;
    private final @Nullable String field;
    private final @Nullable String value;

    /**
     * @param status 4xx
     * @param field the parameter's name, or a JSON pointer into the body as in {@code /bars/17/high}
     * @param value what stands there; null where nothing does
     */
    ApiProblem(int status, @Nullable String field, @Nullable String value, String detail) {
        super(detail);
        this.status = status;
        this.field = field;
        this.value = value == null || value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE);
    }

    /** A value that cannot be worked with: 422. */
    public static ApiProblem value(@Nullable String field, @Nullable String value, String detail) {
        return new ApiProblem(422, field, value, detail);
    }

    public int status() {
        return status;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Where it stands; null where no part is at fault. */
    public @Nullable String field() {
        return field;
    }

    @Nullable
    String value() {
        return value;
    }

    String title() {
        return switch (status) {
            case 400 -> "Bad request";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 413 -> "Content too large";
            case 415 -> "Unsupported media type";
            case 422 -> "Unprocessable content";
            default -> "Rejected";
        };
    }
}
