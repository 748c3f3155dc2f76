package candor.forecasting.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.forecasting.candidate.Candidate.Fit;
import candor.forecasting.learning.BoostingSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CandidatesTest {

    @Test
    void keysAndColumnsAreUnique() {
        assertThat(Candidates.ALL).extracting(Candidate::key).doesNotHaveDuplicates();
        assertThat(Candidates.ALL).extracting(Candidate::column).doesNotHaveDuplicates();
    }

    @Test
    void thoseForTheMeanComeFirst() {
        List<Candidate> inOrder = new ArrayList<>(Candidates.MEANS);
        inOrder.addAll(Candidates.SCALES);
        assertThat(Candidates.ALL).isEqualTo(inOrder);
    }

    /** Whatever is left out, somebody of the same kind forecasts. */
    @Test
    void someoneAlwaysStandsIn() {
        for (Set<String> leftOut : subsets(Candidates.fitted())) {
            for (Candidate candidate : Candidates.ALL) {
                Candidate standIn = Candidates.standIn(candidate, leftOut);
                assertThat(standIn.kind()).isEqualTo(candidate.kind());
                assertThat(standIn.isWithout(leftOut)).isFalse();
                assertThat(standIn.equals(candidate)).isEqualTo(!candidate.isWithout(leftOut));
            }
        }
    }

    private static List<Set<String>> subsets(List<String> keys) {
        List<Set<String>> subsets = new ArrayList<>();
        for (int bits = 0; bits < 1 << keys.size(); bits++) {
            Set<String> subset = new HashSet<>();
            for (int i = 0; i < keys.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    subset.add(keys.get(i));
                }
            }
            subsets.add(subset);
        }
        return subsets;
    }

    @Test
    void garchIsReplacedByLogHarAndThatByEwma() {
        Candidate garch = Candidates.of("garch");
        assertThat(Candidates.standIn(garch, List.of("garch"))).isEqualTo(Candidates.LOG_HAR_L);
        assertThat(Candidates.standIn(garch, List.of("garch", "logHarL"))).isEqualTo(Candidates.EWMA);
    }

    @Test
    void theAverageGoesWithItsMembers() {
        Candidate average = Candidates.of("average");
        assertThat(average.bySearch()).isTrue();
        assertThat(average.usesFeatures()).isTrue();
        assertThat(average.fit()).isEqualTo(Fit.NONE);
        assertThat(Candidates.standIn(average, List.of("ridge"))).isEqualTo(Candidates.ZERO);
    }

    @Test
    void forecastsAreKeptByCandidate() {
        Forecasts forecasts = Forecasts.of(Map.of("zero", 0.0, "garch", 0.02));
        assertThat(forecasts.of(Candidates.ZERO)).isZero();
        assertThat(forecasts.of(Candidates.of("garch"))).isEqualTo(0.02);
        assertThat(forecasts.of(Candidates.MEAN)).isNaN();
        assertThat(forecasts.with(Candidates.MEAN, 0.1).of(Candidates.MEAN)).isEqualTo(0.1);
        assertThat(forecasts).isEqualTo(Forecasts.of(Map.of("garch", 0.02, "zero", 0.0)));
        assertThatThrownBy(() -> Forecasts.of(Map.of("vix", 1.0))).hasMessage("no such candidate: 'vix'");
    }

    @Test
    void settingsAreThoseOfTheCandidateAndCheckThemselves() {
        CandidateSettings standard = CandidateSettings.standard();
        assertThat(standard.byKey().keySet()).containsExactly("ridge", "boosting", "cart", "ewma", "garch");
        assertThat(standard.attempt(2).of(Candidates.of("ridge")))
                .isEqualTo(new RidgeSettings(List.of(1e3, 1e4, 1e5, 1e6, 1e7)));
        assertThat(standard.attempt(9).of(Candidates.of("garch"))).isEqualTo(new GarchSettings(3));
        assertThat(standard.seeds()).isEqualTo(Map.of("boosting", 1L));
        assertThat(((BoostingSettings) standard.light().of(Candidates.of("boosting"))).trees())
                .isEqualTo(4);
        assertThatThrownBy(() -> new RidgeSettings(List.of(0.0)))
                .hasMessage("candidates.ridge.penalties is [0.0]; want positive numbers, ascending");
        assertThatThrownBy(() -> standard.with("ridge", new EwmaSettings(0.9)))
                .hasMessageContaining("candidates.ridge is EwmaSettings[decay=0.9]; want RidgeSettings");
    }
}
