package candor.forecasting.harp;

/** A text that is no prior. */
public final class BrokenPrior extends RuntimeException {

    /** @param line counted from 1 */
    BrokenPrior(String name, int line, String what) {
        super(name + ", line " + line + ": " + what + "; make the file again with ./candor prior");
    }
}
