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

    /** What a reader is shown, without the constant. */
    public static final List<String> WORDS = List.of(
            "log_range",
            "log_range_mean5",
            "log_range_mean22",
            "fall",
            "fall_mean5",
            "log_range_mean_all",
            "log_range_mean66",
            "volume_over_month",
            "volume_mean5_over_month",
            "move",
            "trend22",
            "range_year_ago",
            "range_year_ago_wide",
            "range_quarter_ago",
            "range_half_year_ago",
            "range_3_quarters_ago",
            "range_2_years_ago",
            "volume_year_ago",
            "volume_year_ago_wide",
            "volume_quarter_ago",
            "volume_half_year_ago",
            "volume_3_quarters_ago",
            "range_peak5",
            "range_peak22",
            "range_peak60",
            "log_overnight",
            "log_overnight_mean5",
            "log_overnight_mean22");

    /** What these words stand for. */
    public static final String TERMS =
            "A range is the variance told by a session\u2019s open, high, low and close; a fall, a move and a trend are"
                    + " in units of the month\u2019s volatility, a volume is beside that of the month. Ranges and volumes"
                    + " of a time ago are how unusual the days were that lie so long before the sessions to come: companies"
                    + " report in step with the calendar.";

    /** Where ln v averaged over the whole past stands in a row. */
    static final int LONG_MEAN = NAMES.indexOf("lvbar");

    private OwnRegressors() {}
}
