package candor.forecasting.harp;

/**
 * What was unusual around the same days of an earlier season, when companies reported: the largest excess within some
 * sessions of the day that lies so many calendar days before a coming session.
 *
 * @param name of the regressor
 * @param ofVolume whether the excess is that of the volume, else that of the range
 * @param days before the coming session; a multiple of seven, so that weekdays agree
 * @param reach sessions before and after that day
 */
record Echo(String name, boolean ofVolume, int days, int reach) {

    /** As far back as an echo comes from, at the most: weekdays of 728 days, and a week. */
    static final int MOST_SESSIONS = 525;

    /** Stands where the history does not reach back so far: about the mean. */
    static final double UNKNOWN = 0.35;
}
