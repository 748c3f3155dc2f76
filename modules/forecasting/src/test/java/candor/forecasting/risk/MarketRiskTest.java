package candor.forecasting.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import candor.forecasting.fixture.Simulated;
import candor.forecasting.fixture.StxFile;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MarketRiskTest {

    /** risk.json, priips: computed with numpy from the adjusted closes. */
    @Test
    void equalsTheReferenceOfSeagate() {
        PriceHistory stx = StxFile.read().history();
        MarketRisk now = MarketRisk.of(stx).orElseThrow();
        assertThat(now.from()).isEqualTo("2021-04-26");
        assertThat(now.to()).isEqualTo("2026-04-24");
        assertThat(now.returns()).isEqualTo(1256);
        assertThat(now.volatility()).isCloseTo(0.027668836821180477, withinPercentage(1e-7));
        assertThat(now.skewness()).isCloseTo(0.23616619937435593, withinPercentage(1e-7));
        assertThat(now.excessKurtosis()).isCloseTo(5.200856753975909, withinPercentage(1e-7));
        assertThat(now.valueAtRisk()).isCloseTo(-2.4273583828315446, withinPercentage(1e-7));
        assertThat(now.equivalentVolatility()).isCloseTo(0.44230302380739916, withinPercentage(1e-7));
        assertThat(now.riskClass()).isEqualTo(6);

        MarketRisk before = MarketRisk.of(stx.visibleAt(stx.indexOf(LocalDate.of(2024, 3, 8))))
                .orElseThrow();
        assertThat(before.returns()).isEqualTo(1259);
        assertThat(before.valueAtRisk()).isCloseTo(-2.067858949467407, withinPercentage(1e-7));
        assertThat(before.equivalentVolatility()).isCloseTo(0.3866096338175917, withinPercentage(1e-7));
    }

    /** A worked example that was published to four digits: one year of 256 sessions. */
    @Test
    void equalsAPublishedExample() {
        double valueAtRisk = MarketRisk.valueAtRisk(0.0378, 0.9201, 12.068, 256);
        assertThat(valueAtRisk).isCloseTo(-1.3534, within(1e-4));
        assertThat(MarketRisk.equivalentVolatility(valueAtRisk, 1)).isCloseTo(0.599, within(1e-4));
    }

    /** Without skewness and kurtosis the equivalent volatility is the volatility itself: 1.96 squared is 3.8416. */
    @Test
    void givesBackTheVolatilityOfTheNormal() {
        for (double year = 0.01; year < 1; year += 0.01) {
            double valueAtRisk = MarketRisk.valueAtRisk(year / 16, 0, 0, 1280);
            assertThat(MarketRisk.equivalentVolatility(valueAtRisk, 5)).isCloseTo(year, within(1e-4));
        }
    }

    @Test
    void classesBeginAtTheirLowerBounds() {
        double[] bounds = {0, 0.005, 0.05, 0.12, 0.2, 0.3, 0.8};
        for (int i = 0; i < bounds.length; i++) {
            assertThat(MarketRisk.riskClass(bounds[i])).isEqualTo(i + 1);
            assertThat(MarketRisk.riskClass(Math.nextDown(bounds[i]))).isEqualTo(Math.max(i, 1));
        }
    }

    @Test
    void twoYearsAreNeededAndFiveAreLookedAt() {
        PriceHistory stock = Simulated.stock(2000, 3);
        LocalDate first = stock.session(0);
        int twoYears = stock.indexOf(first.plusYears(2));
        assertThat(MarketRisk.of(stock.visibleAt(twoYears - 1))).isEmpty();
        assertThat(MarketRisk.of(stock.visibleAt(twoYears)).orElseThrow().returns())
                .isEqualTo(twoYears);
        MarketRisk whole = MarketRisk.of(stock).orElseThrow();
        assertThat(whole.from())
                .isAfter(whole.to().minusYears(5))
                .isBefore(whole.to().minusYears(5).plusDays(5));
    }
}
