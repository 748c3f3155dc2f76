package candor.cleaning;

import candor.store.port.RawBar;

/**
 * A row that was set aside: wrong, and what would be right cannot be proved.
 *
 * @param rule short name of the rule that found it
 * @param evidence why, in words a person can check; names the line
 */
public record Quarantined(RawBar row, String rule, String evidence) {}
