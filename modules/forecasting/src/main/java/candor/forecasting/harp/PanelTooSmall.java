package candor.forecasting.harp;

/** A panel with too few symbols or sessions for a prior. */
public final class PanelTooSmall extends RuntimeException {

    PanelTooSmall(String what) {
        super(what + "; give more symbols or longer histories");
    }
}
