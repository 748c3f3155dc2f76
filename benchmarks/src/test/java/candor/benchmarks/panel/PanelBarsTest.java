package candor.benchmarks.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.evaluation.scorecard.Terciles;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is promised of a panel. */
class PanelBarsTest {

    /** 95 % quantiles of the binomial distribution with probability .05, from scipy.stats.binom.ppf. */
    @Test
    void soManyTestsFailByChance() {
        assertThat(MostByChance.of(60, 0.05)).isEqualTo(6);
        assertThat(MostByChance.of(24, 0.05)).isEqualTo(3);
        assertThat(MostByChance.of(1, 0.05)).isZero();
        assertThat(MostByChance.of(1000, 0.05)).isEqualTo(62);
    }

    @Test
    void coverageIsPooledByOutcomes() {
        List<Requirement> bars = PooledCoverage.bars(List.of(
                figures(21, 1000, 0.95, new Terciles(1, 0.9, 0.95)),
                figures(21, 3000, 0.87, new Terciles(0.86, 0.9, 0.85))));

        assertThat(bars).extracting(Requirement::name).first().isEqualTo("21 sessions: pooled coverage, 90 %");
        assertThat(bars.get(0).value()).isEqualTo(0.89, within(1e-12));
        assertThat(bars.get(1).value()).isEqualTo(0.895, within(1e-12));
        assertThat(bars.get(3).value()).isEqualTo(0.875, within(1e-12));
        assertThat(bars.get(1).met()).isTrue();
    }

    /** Each symbol alone leaves .85 to .95 in a tercile, in turn above and below; the forecasts are right. */
    @Test
    void aPerfectForecasterMeetsThem() {
        List<SymbolFigures> symbols = IntStream.range(0, 60)
                .mapToObj(i -> new SymbolFigures(
                        "S" + i,
                        List.of(figures(
                                1,
                                500,
                                0.9,
                                i % 2 == 0 ? new Terciles(0.84, 0.9, 0.96) : new Terciles(0.96, 0.9, 0.84)))))
                .toList();

        PanelResults panel =
                PanelResults.of(Period.of("2010-01-04", "2024-03-08"), symbols, new TreeMap<>(), List.of(), List.of());

        assertThat(panel.bars()).allMatch(Requirement::met);
        assertThat(panel.bars()).hasSize(13);
    }

    /** Two blocks of 63 days: in one every interval holds, in the other none does. */
    @Test
    void errorsAreThoseOfWholeBlocks() {
        List<LocalDate> days = LocalDate.of(2020, 1, 1)
                .datesUntil(LocalDate.of(2020, 1, 1).plusDays(2L * BlockErrors.BLOCK))
                .toList();
        List<Boolean> covered = IntStream.range(0, days.size())
                .mapToObj(t -> t < BlockErrors.BLOCK)
                .toList();
        List<Integer> parts =
                IntStream.range(0, days.size()).mapToObj(t -> t % 3).toList();
        CoverageByDay symbol = new CoverageByDay(21, days, parts, covered);

        BlockErrors pooled = BlockErrors.of(List.of(symbol, symbol));

        // Both blocks drawn, or one of them twice: 0, 1/2, 1 with probabilities 1/4, 1/2, 1/4.
        assertThat(pooled.coverage()).containsExactly(0.5, 0.5, 0.5, 0.5);
        assertThat(pooled.error()).allSatisfy(error -> assertThat(error).isEqualTo(Math.sqrt(0.125), within(0.01)));
    }

    private static HorizonFigures figures(int sessions, int outcomes, double coverage, Terciles terciles) {
        return new HorizonFigures(
                sessions,
                outcomes,
                -6.125,
                -6,
                true,
                coverage,
                terciles,
                12,
                0.95,
                0.5,
                0.5,
                0.99,
                0.89,
                new HorizonFigures.Exceedances(0.0095, 0.5),
                new HorizonFigures.Exceedances(0.0105, 0.5),
                false);
    }
}
