package candor.forecasting.guard;

/**
 * What a guard found.
 *
 * @param name of the guard, unique
 * @param passed whether what it guards held
 * @param detail a sentence: what was looked at where it held, else the first value that breaks it
 */
public record GuardResult(String name, boolean passed, String detail) {

    /** What the guard guards held. */
    public static GuardResult held(String name, String detail) {
        return new GuardResult(name, true, detail);
    }

    /** The guard fires. */
    public static GuardResult broken(String name, String detail) {
        return new GuardResult(name, false, detail);
    }
}
