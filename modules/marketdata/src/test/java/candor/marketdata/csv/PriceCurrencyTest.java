// SPDX-License-Identifier: GPL-3.0-or-later
package candor.marketdata.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.store.failure.InputRefused;
import candor.store.port.Retrieval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The currency of a file's prices stands in many places besides the numbers; files in euros were taken for dollars. */
class PriceCurrencyTest {

    private static final String HEADER = "Date,Open,High,Low,Close,Volume";
    private static final String ROW = "2024-01-02,10,12,9.5,11,1000";

    private static Retrieval read(String... lines) {
        return CsvBars.parse("bars.csv", (String.join("\n", lines) + "\n").getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# currency: EUR | EUR",
                "# Prices in GBp | GBX",
                "Currency,CHF | CHF",
                "XETRA: SAP SE, prices in EUR | EUR",
                "Kurse in EUR | EUR",
                "W\u00E4hrung: CHF | CHF",
                "All prices are quoted in pence. | GBX",
                "Amounts in Canadian dollars | CAD",
                "Equinor ASA, prices in NOK | NOK",
                "Currency: AMD | AMD",
                "SAP SE (\u20AC) | EUR",
                "Currency in USD | USD",
            })
    void linesAboveTheHeaderSayIt(String line, String currency) {
        assertThat(read(line, HEADER, ROW).provenance()).containsEntry("currency", currency);
    }

    /** Many a code of a currency is a ticker of New York. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AMD (AMD) historical prices",
                "Investing in AMD",
                "Nokia Corporation (NOK)",
                "ConocoPhillips, daily, COP",
                "Prices in all markets",
                "Turnover of the day, volume in EUR",
                "Currency risk may apply",
            })
    void otherLinesDoNot(String line) {
        assertThat(read(line, HEADER, ROW).provenance()).doesNotContainKey("currency");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Date,Open (EUR),High (EUR),Low (EUR),Close (EUR),Volume | EUR",
                "Date,Open (\u20AC),High (\u20AC),Low (\u20AC),Close (\u20AC),Volume | EUR",
                "Date,Open EUR,High EUR,Low EUR,Close EUR,Volume | EUR",
                "date,open_gbp,high_gbp,low_gbp,close_gbp,volume | GBP",
                "Date,Open [GBp],High [GBp],Low [GBp],Close [GBp],Volume | GBX",
                "Date,Open,High,Low,Price in CHF,Volume | CHF",
                "Date,Open $,High $,Low $,Close $,Volume | USD",
            })
    void namesOfColumnsSayIt(String header, String currency) {
        Retrieval read = read(header, ROW);

        assertThat(read.provenance()).containsEntry("currency", currency);
        assertThat(read.bars()).isEqualTo(read(HEADER, ROW).bars());
    }

    @Test
    void aTurnoverInEurosIsNoVolumeAndNoCurrencyOfPrices() {
        Retrieval read = read(HEADER + ",Volume EUR", ROW + ",11000");

        assertThat(read.provenance()).doesNotContainKey("currency").containsEntry("ignoredColumns", "Volume EUR");
    }

    @ParameterizedTest
    @CsvSource({"EUR,EUR", "Euro,EUR", "USD,USD", "GBp,GBX", "points,points"})
    void aColumnSaysIt(String cell, String currency) {
        assertThat(read(HEADER + ",Currency", ROW + "," + cell).provenance())
                .containsEntry("currency", currency)
                .doesNotContainKey("ignoredColumns");
    }

    @Test
    void aLineBelowTheBarsSaysIt() {
        assertThat(read(HEADER, ROW, "Source: the exchange; prices in EUR").provenance())
                .containsEntry("currency", "EUR");
    }

    @Test
    void severalCurrenciesAreRefusedUntilOneIsLeft() {
        String header = "Date,Open (EUR),High (EUR),Low (EUR),Close (EUR),Volume";
        assertThatExceptionOfType(InputRefused.class)
                .isThrownBy(() -> read("# prices in GBP", header, ROW))
                .withMessage(
                        "bars.csv: prices in several currencies: EUR by column 'Open (EUR)', GBP by '# prices in GBP'"
                                + " (give the file one currency, and take out what does not hold)");
        assertThat(read(header, ROW).provenance()).containsEntry("currency", "EUR");
    }

    /** Each symbol of a file may have its own. */
    @Test
    void rowsOfOtherSymbolsDoNotCount() {
        String file = "Symbol,Currency," + HEADER + "\nSAP,EUR," + ROW + "\nSTX,USD," + ROW + "\n";
        Retrieval read = CsvBars.parse("two.csv", file.getBytes(UTF_8), CsvChoices.NONE.withSymbol("STX"));

        assertThat(read.provenance()).containsEntry("currency", "USD");
    }
}
