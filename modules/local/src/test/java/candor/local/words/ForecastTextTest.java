// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.words;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.market.Symbol;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.ForecastDocument.HorizonForecast;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ForecastTextTest {

    private static ForecastDocument of(double close) {
        HorizonForecast horizon = new HorizonForecast(
                5,
                LocalDate.of(2026, 5, 1),
                "zero + logHarL",
                0,
                0.03,
                0.21,
                0.5,
                new TreeMap<>(),
                new TreeMap<>(Map.of("p05", 0.95 * close, "p50", close, "p95", 1.05 * close)),
                0.05,
                0.08,
                0.06,
                0.09,
                null);
        return new ForecastDocument(
                "candor/forecast/1",
                Symbol.of("XYZ"),
                LocalDate.of(2026, 4, 24),
                false,
                close,
                List.of(horizon),
                "No evidence.");
    }

    private static List<String> lines(double close) {
        return ForecastText.lines(of(close));
    }

    @Test
    void anOrdinaryPriceHasTwoDecimals() {
        assertThat(lines(74.223)).first().isEqualTo("XYZ as of 2026-04-24, last close $74.22");
        assertThat(lines(74.223))
                .last()
                .isEqualTo(
                        "       5  2026-05-01      74.22         70.51 to 77.93      3.00 %   50.0 %    4.88 %         488");
    }

    @Test
    void aSmallPriceIsNotZero() {
        assertThat(lines(0.002237)).first().isEqualTo("XYZ as of 2026-04-24, last close $0.002237");
        assertThat(lines(0.002237)).last().asString().contains("0.002237", "0.002125 to 0.002349");
    }

    @Test
    void columnsAreAsWideAsTheirPrices() {
        List<String> lines = lines(7.4223e-8);
        String names = lines.get(lines.size() - 2);
        assertThat(lines.getLast()).contains("0.00000007051 to 0.00000007793").hasSameSizeAs(names);
    }

    /** A file that ended 150 sessions ago made a forecast that looked as fresh as any. */
    @Test
    void anOldForecastSaysSo() {
        assertThat(ForecastText.age(of(74), 0)).isEmpty();
        assertThat(ForecastText.age(of(74), 1))
                .containsExactly(
                        "This forecast is 1 session old: it has seen nothing that was traded after 2026-04-24.");
        assertThat(String.join(" ", ForecastText.age(of(74), 150)))
                .isEqualTo(
                        "This forecast is 150 sessions old: it has seen nothing that was traded after 2026-04-24, and"
                                + " 1 of its 1 targets has passed.");
    }
}
