package candor.marketdata.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.fixture.SharedFiles;
import candor.store.failure.InputRefused;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every file of prices among the shared ones is read in full, or refused for what it is. Cleaning judges the rest. */
class RealCsvFilesTest {

    private static final Pattern RECORDED = Pattern.compile("string: '(date,.*?)'", Pattern.DOTALL);

    @ParameterizedTest
    @CsvSource({"prices, 1", "panel-2000-2024, 60", "panel-2020-2026, 39"})
    void filesOfWholeHistories(String folder, int count) {
        List<Path> files = files(folder);
        assertThat(files).hasSize(count);
        for (Path file : files) {
            Retrieval retrieval = parse(file);

            assertThat(retrieval.bars()).as("%s", file).hasSize(lines(file) - 1);
            assertThat(retrieval.hasAdjustedClose()).isTrue();
            assertThat(retrieval.provenance()).doesNotContainKeys("ignoredColumns", "infiniteCells", "decimalSign");
        }
    }

    /** What became of each file: how many bars, and what was not usual in it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dirty/2015-2020-AET.csv | 185 bars {name=AET}",
                "dirty/2015-2020-BHF.csv | 741 bars {name=BHF}",
                "dirty/2015-2020-CBS.csv | 1235 bars {name=CBS}",
                "dirty/2015-2020-COL.csv | 88 bars {name=COL}",
                "dirty/2015-2020-SCG.csv | 69 bars {name=SCG}",
                "dirty/2015-2020-SNI.csv | 2 bars {name=SNI}",
                "dirty/2015-2020-STI.csv | 1237 bars {name=STI}",
                "dirty/2015-2020-VIAB.csv | 1235 bars {name=VIAB}",
                "dirty/AACIW.csv | 1 bars {}",
                "dirty/ABLLL.csv | 72 bars {}",
                "dirty/ABVC.csv | 4864 bars {}",
                "dirty/AULT.csv | 6084 bars {}",
                "dirty/EAI.csv | 4084 bars {}",
                "dirty/GIA.csv | 329 bars {}",
                "dirty/GME.csv | 5555 bars {}",
                "dirty/LRFC.csv | 2632 bars {}",
                "dirty/NCPL.csv | 4471 bars {}",
                "dirty/NXPL.csv | 6084 bars {}",
                "dirty/PRTA.csv | 2824 bars {}",
                "dirty/RIVN.csv | 584 bars {}",
                "dirty/STX-partial-last-day.csv | 5230 bars {}",
                "dirty/USAS.csv | 5126 bars {}",
                "dirty/doubled-columns-AAPL.csv | line 1: columns 'Open' and 'Open', cells 3 and 4, are both Open",
                "dirty/doubled-columns-APP.csv | line 1: columns 'Open' and 'Open', cells 3 and 4, are both Open",
                "dirty/doubled-columns-CSCO.csv | line 1: columns 'Open' and 'Open', cells 3 and 4, are both Open",
                "repair/1398-HK-1d-bad-div-fixed.csv | 648 bars {ignoredColumns=Repaired?}",
                "repair/1398-HK-1d-bad-div.csv | 648 bars {}",
                "repair/4063-T-1d-bad-div-fixed.csv | 667 bars {ignoredColumns=Repaired?}",
                "repair/4063-T-1d-bad-div.csv | 667 bars {}",
                "repair/8TRA-DE-1d-missing-div-adjust-fixed.csv | 5 bars {}",
                "repair/8TRA-DE-1d-missing-div-adjust.csv | 5 bars {}",
                "repair/ADIG-L-1d-bad-div-fixed.csv | 665 bars {ignoredColumns=Repaired?}",
                "repair/ADIG-L-1d-bad-div.csv | 665 bars {}",
                "repair/AET-L-1d-100x-error.csv | 23 bars {}",
                "repair/AET-L-1d-100x-error-fixed.csv | 23 bars {}",
                "repair/ALPHA-PA-1d-bad-stock-split-fixed.csv | 29 bars {}",
                "repair/ALPHA-PA-1d-bad-stock-split.csv | 29 bars {}",
                "repair/CLC-L-1d-bad-div-fixed.csv | 665 bars {ignoredColumns=Repaired?}",
                "repair/CLC-L-1d-bad-div.csv | 665 bars {}",
                "repair/DEX-AX-1d-bad-stock-split-fixed.csv | 23 bars {}",
                "repair/DEX-AX-1d-bad-stock-split.csv | 23 bars {}",
                "repair/ELCO-L-1d-bad-div-fixed.csv | 665 bars {ignoredColumns=Repaired?}",
                "repair/ELCO-L-1d-bad-div.csv | 665 bars {}",
                "repair/EWG-1d-no-bad-divs.csv | 662 bars {}",
                "repair/HSBK-IL-1d-no-bad-divs.csv | 665 bars {}",
                "repair/JENYX-1d-cg-double-count-fixed.csv | 1256 bars {}",
                "repair/JENYX-1d-cg-double-count.csv | 1256 bars {}",
                "repair/KAP-IL-1d-bad-div.csv | 665 bars {}",
                "repair/KAP-IL-1d-bad-div-fixed.csv | 665 bars {ignoredColumns=Repaired?}",
                "repair/KEN-TA-1d-bad-div-fixed.csv | 651 bars {ignoredColumns=Repaired?}",
                "repair/KEN-TA-1d-bad-div.csv | 651 bars {}",
                "repair/KME-MI-1d-bad-div.csv | 674 bars {}",
                "repair/KME-MI-1d-bad-div-fixed.csv | 674 bars {ignoredColumns=Repaired?}",
                "repair/KMR-L-1d-no-bad-divs.csv | 665 bars {}",
                "repair/LSC-L-1d-bad-div-fixed.csv | 670 bars {ignoredColumns=Repaired?}",
                "repair/LSC-L-1d-bad-div.csv | 670 bars {}",
                "repair/NVT-L-1d-bad-div-fixed.csv | 725 bars {ignoredColumns=Repaired?}",
                "repair/NVT-L-1d-bad-div.csv | 725 bars {}",
                "repair/REL-L-1d-bad-div-fixed.csv | 665 bars {ignoredColumns=Repaired?}",
                "repair/REL-L-1d-bad-div.csv | 665 bars {}",
                "repair/RGL-L-1d-bad-div.csv | 665 bars {}",
                "repair/RGL-L-1d-bad-div-fixed.csv | 665 bars {ignoredColumns=Repaired?}",
                "repair/SAND-1d-bad-div-fixed.csv | 662 bars {ignoredColumns=Repaired?}",
                "repair/SAND-1d-bad-div.csv | 662 bars {}",
                "repair/SERE-L-1d-bad-div-fixed.csv | 665 bars {ignoredColumns=Repaired?}",
                "repair/SERE-L-1d-bad-div.csv | 665 bars {}",
                "repair/SPM-MI-1d-bad-stock-split.csv | 22 bars {}",
                "repair/SPM-MI-1d-bad-stock-split-fixed.csv | 22 bars {}",
                "repair/SSNLF-1d-bad-div-fixed.csv | 6259 bars {ignoredColumns=Repaired?}",
                "repair/SSNLF-1d-bad-div.csv | 6259 bars {infiniteCells=600}",
                "repair/TEM-L-1d-bad-div-fixed.csv | 665 bars {ignoredColumns=Repaired?}",
                "repair/TEM-L-1d-bad-div.csv | 665 bars {}",
                "repair/TEP-PA-1d-bad-div-fixed.csv | 677 bars {ignoredColumns=Repaired?}",
                "repair/TEP-PA-1d-bad-div.csv | 677 bars {}",
                "repair/VWILX-1d-cg-double-count-fixed.csv | 502 bars {}",
                "repair/VWILX-1d-cg-double-count.csv | 502 bars {}",
                "other-sources/alphavantage_200_invalid_call.json | this is JSON, not a CSV file",
                "other-sources/alphavantage_200_rate_limit.json | this is JSON, not a CSV file",
                "other-sources/alphavantage_TIME_SERIES_DAILY_ADJUSTED_IBM_2024-06_head.json | this is JSON, not a CSV file",
                "other-sources/stooq_challenge_200_shape.html | this is a web page, not a CSV file: 'This site requires",
                "index/SPY.csv | 8419 bars {}",
                "index/VIX.csv | 9235 bars {}",
                "m6/assets_m6.csv | line 1: no column Open, High, Low",
                "student/STX_prices_20250820-234954.csv | line 1: no column Open, High, Low",
                "student/seagate_features_golden_rows.csv | line 1: no column Open, High, Low",
                "calendar/us_equity_closures_1998-2028.json | this is JSON, not a CSV file",
                "calendar/xnys_sessions_1990-2023.csv | line 1: no column High, Low"
            })
    void aFileIsReadOrRefused(String file, String outcome) {
        assertThat(outcome(shared("data/" + file))).startsWith(outcome);
    }

    /** A file that is added must be listed above. */
    @Test
    void everyDirtyAndRepairedFileIsListed() throws NoSuchMethodException {
        List<String> listed = Stream.of(RealCsvFilesTest.class
                        .getDeclaredMethod("aFileIsReadOrRefused", String.class, String.class)
                        .getAnnotation(CsvSource.class)
                        .value())
                .map(row -> row.substring(0, row.indexOf('|')).strip())
                .toList();

        for (String folder : List.of("dirty", "repair", "other-sources", "index")) {
            assertThat(files(folder).stream()
                            .map(file -> folder + "/" + file.getFileName())
                            .filter(file -> !file.endsWith(".yaml") && !file.endsWith(".md")))
                    .isSubsetOf(listed);
        }
    }

    /**
     * Tiingo's answers as they were recorded: closes as traded, adjusted ones beside them, no split and no dividend.
     */
    @Test
    void answersOfTiingo() {
        List<RawBar> bars =
                recorded("ticker_price_with_date_csv.yaml").getFirst().bars();

        assertThat(bars)
                .containsExactly(
                        new RawBar(2, LocalDate.of(2015, 1, 2), 532.6, 535.8, 527.88, 529.55, 529.55, 1327870, 0, 0, 0),
                        new RawBar(
                                3,
                                LocalDate.of(2015, 1, 5),
                                527.15,
                                527.9899,
                                517.75,
                                519.46,
                                519.46,
                                2059119,
                                0,
                                0,
                                0));
        for (String file :
                List.of("ticker_price_pandas_daily_csv.yaml", "ticker_price_pandas_daily_metric_name_csv.yaml")) {
            assertThat(recorded(file)).singleElement().satisfies(answer -> {
                assertThat(answer.bars()).hasSize(10);
                assertThat(answer.provenance()).containsEntry("ignoredColumns", "adjHigh,adjLow,adjOpen,adjVolume");
            });
        }
    }

    private static List<Retrieval> recorded(String file) {
        List<Retrieval> answers = new ArrayList<>();
        Matcher found = RECORDED.matcher(text(shared("data/other-sources/" + file)));
        while (found.find()) {
            String csv = found.group(1).replaceAll("\n\n? *", "\n"); // as YAML folds lines
            answers.add(CsvBars.parse("tiingo.csv", csv.getBytes(UTF_8)));
        }
        return answers;
    }

    private static String outcome(Path file) {
        try {
            Retrieval retrieval = parse(file);
            assertThat(retrieval.bars()).hasSize(lines(file) - 1);
            Map<String, String> remarks = new TreeMap<>(retrieval.provenance());
            remarks.keySet().removeAll(List.of("bytes", "columns", "file", "rows", "sha256"));
            return retrieval.bars().size() + " bars " + remarks;
        } catch (InputRefused refused) {
            String message = String.valueOf(refused.getMessage());
            assertThat(message).startsWith(file.getFileName() + ": ");
            return message.substring(message.indexOf(": ") + 2);
        }
    }

    private static Retrieval parse(Path file) {
        return CsvBars.parse(String.valueOf(file.getFileName()), text(file).getBytes(UTF_8));
    }

    private static int lines(Path file) {
        return (int) text(file).lines().count();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> all = Files.list(shared("data/" + folder))) {
            return all.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path shared(String path) {
        return SharedFiles.require(path);
    }
}
