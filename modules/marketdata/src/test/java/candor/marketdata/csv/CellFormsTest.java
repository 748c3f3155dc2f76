package candor.marketdata.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.fixture.SharedFiles;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of cells that people have on disk hold the same series: what they give is held against its plain file. */
class CellFormsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "08-wsj-2digityear.csv | ",
                "11b-na.csv | ",
                "18b-lean-header.csv | priceScale=10000",
                "26c-excel-2digit.csv | ",
                "37-usd-prices.csv | currency=USD",
                "epoch-ms-midnight-berlin.csv | dateZone=midnights east of UTC",
                "ib-datetime.csv | ",
                "ib-two-spaces.csv | ",
                "month-full-weekday.csv | "
            })
    void aFormIsReadAsThePlainFile(String file, @Nullable String remark) {
        assertSame(parse(file, text("forms/" + file)), remark);
    }

    /** What the cells hold under a header that this test writes: known names are another matter. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "05-mt4-headerless.csv | Date,Time,Open,High,Low,Close,Volume",
                "47-ninjatrader.txt | Date;Open;High;Low;Close;Volume"
            })
    void theCellsOfAFormWithoutHeader(String file, String header) {
        assertSame(parse(file, header + "\n" + text("forms/" + file)), null);
    }

    @ParameterizedTest
    @CsvSource({"16-polygon.csv, window_start", "17b-databento-pretty.csv, ts_event"})
    void theCellsOfAFormWithAnotherNameOfTheDate(String file, String date) {
        assertSame(parse(file, text("forms/" + file).replaceFirst(date, "date")), null);
    }

    @Test
    void pricesInEuros() {
        Retrieval retrieval = parse("euro.csv", text("silent/euro.csv"));

        assertThat(retrieval.provenance())
                .containsEntry("currency", "EUR")
                .containsEntry("decimalSign", "comma")
                .containsEntry("dateOrder", "day first");
        assertThat(retrieval.bars()).isEqualTo(clean());
    }

    private static void assertSame(Retrieval retrieval, @Nullable String remark) {
        Map<LocalDate, RawBar> known = clean().stream().collect(Collectors.toMap(RawBar::session, bar -> bar));
        assertThat(retrieval.bars()).isNotEmpty().allSatisfy(bar -> {
            RawBar same = known.get(bar.session());
            assertThat(same).as("%s", bar).isNotNull();
            double open = Double.isNaN(bar.open()) ? Double.NaN : same.open();
            assertThat(bar)
                    .isEqualTo(same.withLine(bar.line()).withPrices(open, same.high(), same.low(), same.close()));
        });
        if (remark != null) {
            String[] entry = remark.split("=", -1);
            assertThat(retrieval.provenance()).containsEntry(entry[0], entry[1]);
        }
    }

    private static List<RawBar> clean() {
        return parse("CLEAN.csv", text("silent/CLEAN.csv")).bars();
    }

    private static Retrieval parse(String name, String text) {
        return CsvBars.parse(name, text.getBytes(UTF_8));
    }

    private static String text(String file) {
        try {
            return Files.readString(SharedFiles.require("data/" + file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
