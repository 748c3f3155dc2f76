// SPDX-License-Identifier: GPL-3.0-or-later
package candor.serving.api;

import static candor.serving.api.PredictionStores.FIRST_CHAMPIONS;
import static candor.serving.api.PredictionStores.SYMBOL;
import static candor.serving.api.PredictionStores.answer;
import static candor.serving.api.PredictionStores.following;
import static candor.serving.api.PredictionStores.json;
import static candor.serving.api.PredictionStores.predicted;
import static candor.serving.api.PredictionStores.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Bars that a run would change or stop at: the answer says so, and what it says leads on. */
class PredictionsFromFaultyBarsTest {

    @Test
    void aFrozenTailIsRejectedWhereItBegins() {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        for (int i = bars.size() - 10; i < bars.size(); i++) {
            Object date = bars.get(i).get("date");
            bars.set(i, new LinkedHashMap<>(bars.get(bars.size() - 11)));
            bars.get(i).put("date", date);
        }

        JsonNode problem = rejected(bars);

        assertThat(problem.path("field").stringValue())
                .matches("/bars/" + (bars.size() - 11) + "/close|/bars/" + (bars.size() - 10) + "/close");
        assertThat(problem.path("value").stringValue())
                .isEqualTo(String.valueOf(bars.getLast().get("close")));
        assertThat(problem.path("detail").stringValue())
                .contains(String.valueOf(bars.getLast().get("date")));
    }

    /** The message spoke of --as-of, which no request has. */
    @Test
    void aDeadEndIsLeftOutAsTheMessageSays() {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        bars.add(following(bars.getLast(), "2018-03-02", 1));

        String later = "2018-03-02T23:30:00Z";
        assertThat(json(answer(FIRST_CHAMPIONS, later, StoredBars.body(SYMBOL, bars)))
                        .path("detail")
                        .stringValue())
                .endsWith("; leave out the bars from 2018-03-02 on")
                .doesNotContain("--as-of");

        bars.removeLast();
        assertThat(answer(FIRST_CHAMPIONS, later, StoredBars.body(SYMBOL, bars)).status())
                .isEqualTo(200);
    }

    /** The message named a cell of an empty value, and ./candor repair, which requests do not have. */
    @Test
    void deadBarsInsideAreLeftOutAsTheMessageSays() {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        int first = bars.size() - 400;
        List<Object> days = new ArrayList<>();
        for (int i = first; i < first + 4; i++) {
            days.add(bars.get(i).get("date"));
            bars.set(i, following(bars.get(first - 1), String.valueOf(days.getLast()), 1));
        }

        assertThat(rejected(bars).path("detail").stringValue())
                .startsWith("4 bars, the first of " + days.getFirst() + ", would be set aside by a run (dead-rows; ")
                .endsWith("); correct them, or leave them out: "
                        + days.stream().map(String::valueOf).collect(Collectors.joining(", ")));

        bars.removeIf(bar -> days.contains(bar.get("date")));
        predicted(FIRST_CHAMPIONS, bars);
    }

    @Test
    void aStepThatNoSplitExplainsIsRejected() {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        int step = bars.size() - 100;
        for (Map<String, Object> bar : bars.subList(step, bars.size())) {
            for (String column : List.of("open", "high", "low", "close", "adjustedClose")) {
                bar.computeIfPresent(column, (name, value) -> (Double) value / 4);
            }
            bar.computeIfPresent("volume", (name, value) -> Math.rint((Double) value * 4));
        }

        JsonNode problem = rejected(bars);

        assertThat(problem.path("field").stringValue()).isEqualTo("/bars/" + step + "/close");
        assertThat(problem.path("detail").stringValue())
                .endsWith("; give the adjusted close in every bar, leave out the bars before "
                        + bars.get(step).get("date")
                        + ", or say what it is in a run of the symbol (--split or --real), which counts here too");

        for (Map<String, Object> bar : bars.subList(step, bars.size())) {
            bar.computeIfPresent("adjustedClose", (name, value) -> (Double) value * 4);
        }
        predicted(FIRST_CHAMPIONS, bars);
    }

    @Test
    void aSplitThatAdjustedClosesTellOfIsNoStep() {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        for (Map<String, Object> bar : bars.subList(0, bars.size() - 100)) {
            for (String column : List.of("open", "high", "low", "close")) {
                bar.computeIfPresent(column, (name, value) -> (Double) value * 10);
            }
            bar.computeIfPresent("volume", (name, value) -> Math.rint((Double) value / 10));
        }

        assertThat(predicted(FIRST_CHAMPIONS, bars).path("notes").isEmpty()).isTrue();
    }

    @Test
    void aCellThatARunWouldCorrectIsRejectedWithWhatItWouldTake() {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        int wrong = bars.size() - 30;
        for (String column : List.of("open", "high", "low", "close", "adjustedClose")) {
            bars.get(wrong).computeIfPresent(column, (name, value) -> (Double) value * 100);
        }

        JsonNode problem = rejected(bars);

        assertThat(problem.path("field").stringValue()).isEqualTo("/bars/" + wrong + "/close");
        assertThat(problem.path("detail").stringValue())
                .contains("where a run would take")
                .contains("(unit-100x; prices stand 100 times above the rows around")
                .endsWith("); give that, or leave the bar out");

        bars.remove(wrong);
        predicted(FIRST_CHAMPIONS, bars);
    }

    @Test
    void movesThatNoMarketMakesAreRejectedAndNotComputedWith() {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        for (int t = bars.size() - 10; t < bars.size(); t++) {
            Map<String, Object> bar = bars.get(t);
            double price = t % 2 == 0 ? 1e9 : 1e-6;
            bar.replaceAll((column, value) -> column.equals("date") || column.equals("volume") ? value : price);
        }

        assertThat(answer(FIRST_CHAMPIONS, StoredBars.body(SYMBOL, bars)).status())
                .isIn(200, 422);
    }
}
