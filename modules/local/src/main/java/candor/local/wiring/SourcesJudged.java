// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.wiring;

import candor.cleaning.CleaningRules;
import candor.cleaning.Judge;
import candor.cleaning.Rulings;
import candor.cleaning.Stop;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.market.Adjustment;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the judge of a run says of sources that are compared: two that agree can share a fault.
 *
 * @param stops by source, in the order in which they were given: why a run would stop, with the remedy
 */
public record SourcesJudged(Map<String, List<String>> stops) {

    /**
     * @param names one for each retrieval
     * @param rulings what a person has said about the symbol's prices
     */
    public static SourcesJudged of(List<String> names, List<Retrieval> given, Rulings rulings) {
        Map<String, List<String>> stops = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            stops.put(names.get(i), stops(given.get(i), rulings));
        }
        return new SourcesJudged(stops);
    }

    private static List<String> stops(Retrieval given, Rulings rulings) {
        Judge judge = new Judge(
                new NyseCalendar(),
                CleaningRules.ofAnyLength(),
                (bars, actions) -> Adjustment.of(bars, actions).adjustedCloses());
        return given.bars().stream()
                .map(RawBar::session)
                .max(LocalDate::compareTo)
                .map(last -> judge.of(given, last, rulings).stops().stream()
                        .filter(stop -> stop.kind() != Stop.Kind.TOO_SHORT)
                        .map(Stop::message)
                        .toList())
                .orElse(List.of());
    }
}
