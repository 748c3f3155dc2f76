package candor.benchmarks.panel;

import candor.local.wiring.CommandRejected;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Targets that are scored, both ends included. */
record Period(LocalDate from, LocalDate to) {

    /** Reads both dates. */
    static Period of(String from, String to) {
        Period period = new Period(date("--from", from), date("--to", to));
        if (period.to().isBefore(period.from())) {
            throw new CommandRejected("--to " + to + " lies before --from " + from + "; exchange them");
        }
        return period;
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private static LocalDate date(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new CommandRejected("bad date for " + option + ": '" + text + "'; write it as 2026-04-24", malformed);
        }
    }

    @Override
    public String toString() {
        return from + " to " + to;
    }
}
