// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.text;

import java.time.LocalDate;
import java.util.List;

/** Dates in English, whatever the machine speaks. */
public final class Dates {

    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private Dates() {}

    /** As in 24 April 2026. */
    public static String full(LocalDate date) {
        return date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear();
    }

    /** As in Apr. */
    public static String month(LocalDate date) {
        return MONTHS.get(date.getMonthValue() - 1).substring(0, 3);
    }
}
