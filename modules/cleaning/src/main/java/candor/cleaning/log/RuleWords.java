// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning.log;

import candor.store.port.SourceRemarks;
import java.util.Map;

/** What cleaning's rules mean, in a few words for a person. A rule that is not listed goes by its name alone. */
public final class RuleWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("adjusted-close", "adjusted closes computed from closes, dividends and splits"),
            Map.entry("adjusted-close-amount", "an adjusted close by another dividend than the one listed"),
            Map.entry("adjusted-close-dividends", "adjusted closes before a repaired dividend"),
            Map.entry("adjusted-close-missing", "a missing adjusted close, from its neighbours"),
            Map.entry("already-adjusted", "prices came adjusted for dividends and splits"),
            Map.entry("before-calendar", "rows before the first day that the calendar knows, left out"),
            Map.entry("capital-gain-twice", "a fund's gain inside the dividend and beside it"),
            Map.entry("close-from-adjusted", "a missing close, from the adjusted one"),
            Map.entry("conflicting-rows", "rows of one day that contradict each other, set aside"),
            Map.entry("dead-rows", "rows without trading, set aside: prices and volume stand still"),
            Map.entry("dividend-amount", "a dividend of another amount than prices account for"),
            Map.entry("dividend-day", "a dividend listed on another day"),
            Map.entry("dividend-never-paid", "a dividend that prices know nothing of"),
            Map.entry("dividend-not-listed", "a dividend that only adjusted closes know"),
            Map.entry("dividend-not-in-adjusted", "a dividend that adjusted closes leave out"),
            Map.entry("dividend-phantom", "a dividend that is listed twice"),
            Map.entry("dividend-unit", "a dividend in another unit of money"),
            Map.entry("duplicate-row", "equal rows, of which one stays"),
            Map.entry("empty-row", "rows without any price, set aside"),
            Map.entry("gap", "sessions without a bar"),
            Map.entry("high-low-rounding", "high or low off by a rounding"),
            Map.entry("high-low-swapped", "high and low exchanged"),
            Map.entry("impossible-action", "a negative dividend or split, set aside"),
            Map.entry("impossible-adjusted-close", "adjusted closes that are no prices, set aside"),
            Map.entry("impossible-price", "prices that are not positive, set aside"),
            Map.entry("impossible-range", "high below or low above another price, set aside"),
            Map.entry("impossible-volume", "volumes that cannot be, set aside"),
            Map.entry("level-step", "levels that only a split or a person can explain"),
            Map.entry("long-gap", "a long gap with another level behind it"),
            Map.entry("missing-adjusted-close", "rows without adjusted close, set aside"),
            Map.entry("missing-price", "rows that lack a price, set aside"),
            Map.entry("missing-volume", "rows without volume, set aside"),
            Map.entry("no-volume", SourceRemarks.NO_VOLUME),
            Map.entry("not-a-session", "rows of days without trading, set aside"),
            Map.entry("order", "rows that were not in the order of time"),
            Map.entry("perhaps-partial", "a last row that looks like a part of a day, set aside"),
            Map.entry("split-applied", "a listed split that the prices are adjusted for already"),
            Map.entry("split-ex-date", "prices of a split's day at the other level"),
            Map.entry("split-inverted", "a split listed the other way round"),
            Map.entry("split-level", "prices that a split was not applied to, or twice"),
            Map.entry("split-ruled", "a split that a person ruled"),
            Map.entry("real", "a move that a person ruled to be real"),
            Map.entry("begin", "rows before the day that a person ruled to begin with"),
            Map.entry("unit-100x", "prices 100 times too high or low"),
            Map.entry("unit-100x-cell", "a price 100 times too high or low"));

    private RuleWords() {}

    /** The words; empty for a rule that is not listed. */
    public static String of(String rule) {
        return WORDS.getOrDefault(rule, "");
    }
}
