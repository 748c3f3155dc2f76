package candor.cleaning;

/**
 * What became of the rows up to asOf: {@code rows} = {@code bars} + {@code quarantined} + {@code duplicates} +
 * {@code beforeCalendar}.
 *
 * @param duplicates rows removed because an equal one is kept
 * @param beforeCalendar rows dropped because the calendar does not reach back to them, or a person left them out
 * @param repaired cells changed
 * @param gaps sessions without a bar between the first and the last
 */
public record CleaningCounts(
        int rows, int bars, int quarantined, int duplicates, int beforeCalendar, int repaired, int gaps) {}
