package candor.forecasting.evaluation.statement;

import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.scorecard.TailScore;
import candor.forecasting.evaluation.test.TrafficLight;
import candor.forecasting.text.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * Which ends of the distribution were passed too often, in plain words; nothing where none was. That an end was passed
 * too seldom is in the tables only: it harms nobody who takes the forecast at its word.
 */
final class TailSentence {

    private TailSentence() {}

    static List<String> of(List<HorizonScorecard> horizons) {
        List<String> sentences = new ArrayList<>();
        for (HorizonScorecard horizon : horizons) {
            for (TailScore tail : horizon.tails()) {
                if (tail.outcomes() >= Statement.LEAST_OUTCOMES
                        && tail.kupiecP() < Verdicts.LEVEL
                        && tail.violations() > tail.expected()) {
                    sentences.add(tooOften(horizon.sessions(), tail));
                }
                TrafficLight light = tail.trafficLight();
                if (light != null && light.zone() == TrafficLight.Zone.RED) {
                    sentences.add("The last " + light.sessions() + " sessions had " + light.violations()
                            + " losses beyond the 99 % value at risk instead of 2.5, which is in the red zone"
                            + " of Basel.");
                }
            }
        }
        return sentences;
    }

    private static String tooOften(int sessions, TailScore tail) {
        String level = Figures.level(tail.level());
        return (tail.tail() == TailScore.Tail.LOWER
                        ? "Falls beyond the " + level + " value at risk came"
                        : "Rises above the mirror image of the " + level + " value at risk came")
                + " in " + Figures.rareShare((double) tail.violations() / tail.outcomes()) + " of cases "
                + (sessions == 1 ? "for the next session" : "over " + sessions + " sessions") + " instead of "
                + Figures.beyond(tail.level()) + " (Kupiec " + Figures.pIs(tail.kupiecP()) + ").";
    }
}
