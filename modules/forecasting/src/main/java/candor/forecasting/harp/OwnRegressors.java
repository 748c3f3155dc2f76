package candor.forecasting.harp;

import java.util.List;

/** The regressors that HAR-P makes of a symbol's own bars: names, in the order of rows, the constant first. */
public final class OwnRegressors {

    /** Sessions before the first one whose regressors are all defined, counted from the first bar. */
    public static final int FIRST_SESSION = 67;

    static final List<Echo> ECHOES = List.of(
            new Echo("seaY1", false, 364, 1),
            new Echo("seaY3", false, 364, 3),
            new Echo("sea91", false, 91, 2),
            new Echo("sea182", false, 182, 2),
            new Echo("sea273", false, 273, 2),
            new Echo("sea728", false, 728, 1),
            new Echo("vseaY1", true, 364, 1),
            new Echo("vseaY3", true, 364, 3),
            new Echo("vsea91", true, 91, 2),
            new Echo("vsea182", true, 182, 2),
            new Echo("vsea273", true, 273, 2));

    /** As in the file of a prior. */
    public static final List<String> NAMES = List.of(
            "1", "lv", "lv5", "lv22", "x", "x5", "lvbar", "lv66", "vol22", "vol5", "absr", "mom22", "seaY1", "seaY3",
            "sea91", "sea182", "sea273", "sea728", "vseaY1", "vseaY3", "vsea91", "vsea182", "vsea273", "spk5", "spk22",
            "spk60", "lon", "lon5", "lon22");

    /** Where ln v averaged over the whole past stands in a row. */
    static final int LONG_MEAN = NAMES.indexOf("lvbar");

    private OwnRegressors() {}
}
