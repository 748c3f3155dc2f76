package candor.pipeline.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import candor.cleaning.log.CleaningEntry;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.candidate.Forecasts;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.market.Bar;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.market.Symbol;
import candor.forecasting.walkforward.BacktestRow;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.ForecastDocument.HorizonForecast;
import candor.store.csv.Csv;
import candor.store.fixture.Golden;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Tables as CSV: the released form, and back. */
final class TablesTest {

    private static final LocalDate THURSDAY = LocalDate.of(2026, 4, 23);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 4, 24);
    private static final double NONE = Double.NaN;

    private static final List<RawBar> RAW = List.of(
            new RawBar(2, THURSDAY, 100.25, 101, 99.5, 100, 98.7654321, 1234567, 0, 0, 0),
            new RawBar(3, FRIDAY, NONE, 51, -49.5, 50.1, NONE, NONE, 0.72, 2, 0));
    private static final List<Bar> BARS =
            List.of(new Bar(THURSDAY, 100.25, 101, 99.5, 100, 1234567), new Bar(FRIDAY, 50, 51, 49.5, 50.1, 0));
    private static final List<CleaningEntry> LOG = List.of(
            new CleaningEntry(
                    THURSDAY, "high", "99.0", "100.25", "high-below-open", "line 2: high, \"99\", is below open"),
            new CleaningEntry(FRIDAY, "row", "", "", "gap", "two\nlines; ş ı İ"));

    @Test
    void rawBars() {
        assertThat(RawTables.bars(RAW)).isEqualTo(Golden.bytes("raw.csv"));
        assertThat(RawTables.actions(RAW, true)).isEqualTo(Golden.bytes("actions.csv"));
        Retrieval read = RawTables.read(
                RawTables.BARS.read(Golden.bytes("raw.csv")),
                RawTables.ACTIONS.read(Golden.bytes("actions.csv")),
                "STX.csv");
        assertThat(read.bars()).isEqualTo(RAW);
        assertThat(read.hasAdjustedClose()).isTrue();
        assertThat(read.provenance()).containsExactly(Map.entry("file", "STX.csv"));
    }

    @Test
    void rawBarsOfASourceWithoutAdjustedClose() {
        assertThat(RawTables.actions(RAW, false)).isEqualTo(Golden.bytes("actions-without-adjusted-close.csv"));
        Retrieval read = RawTables.read(
                RawTables.BARS.read(Golden.bytes("raw.csv")),
                RawTables.ACTIONS.read(Golden.bytes("actions-without-adjusted-close.csv")),
                "STX.csv");
        assertThat(read.hasAdjustedClose()).isFalse();
        assertThat(read.bars()).extracting(RawBar::adjustedClose).containsExactly(NONE, NONE);
        assertThat(read.bars()).extracting(RawBar::split).containsExactly(0.0, 2.0);
    }

    @Test
    void cleanedBars() {
        assertThat(HistoryTables.bars(BARS)).isEqualTo(Golden.bytes("clean.csv"));
        assertThat(HistoryTables.adjusted(BARS, List.of(49.28, 50.1))).isEqualTo(Golden.bytes("adjusted.csv"));
        PriceHistory read = PriceHistory.of(
                HistoryTables.BARS.read(Golden.bytes("clean.csv")),
                HistoryTables.ADJUSTED.read(Golden.bytes("adjusted.csv")));
        assertThat(read.size()).isEqualTo(2);
        assertThat(read.session(1)).isEqualTo(FRIDAY);
        assertThat(read.adjustedClose(0)).isEqualTo(49.28);
        assertThat(List.of(read.open(0), read.high(0), read.low(0), read.close(0), read.volume(0)))
                .containsExactly(100.25, 101.0, 99.5, 100.0, 1234567.0);
    }

    @Test
    void cleaningLog() {
        assertThat(CleaningTable.write(LOG)).isEqualTo(Golden.bytes("cleaning.csv"));
        assertThat(CleaningTable.read(Golden.bytes("cleaning.csv"))).isEqualTo(LOG);
    }

    @Test
    void features() {
        PriceHistory history = PriceHistory.of(BARS, new double[] {49.28, 50.1});
        FeatureTable table =
                new FeatureTable(List.of("logret", "rsi14"), new double[][] {{NONE, 0.016502}, {55.5, 61}});
        assertThat(FeatureTables.write(history, table)).isEqualTo(Golden.bytes("features.csv"));

        FeatureTable read = FeatureTables.read(history, FeatureTables.KEY.read(Golden.bytes("features.csv")));
        assertThat(read.names()).containsExactly("logret", "rsi14");
        assertThat(read.size()).isEqualTo(2);
        assertThat(read.value(1, 0)).isEqualTo(0.016502);
        assertThat(read.value(1, 1)).isEqualTo(61);
        assertThat(read.value(0, 1)).as("an incomplete row is left out whole").isNaN();
    }

    @Test
    void featuresOfAnotherHistoryAreRefused() {
        PriceHistory other = PriceHistory.of(BARS.subList(0, 1), new double[] {49.28});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureTables.read(other, FeatureTables.KEY.read(Golden.bytes("features.csv"))))
                .withMessageContaining("2026-04-24");
    }

    @Test
    void backtest() {
        List<Double> quantiles = new ArrayList<>();
        for (int i = -5; i <= 5; i++) {
            quantiles.add(i / 16.0);
        }
        List<BacktestRow> rows = List.of(
                new BacktestRow(
                        THURSDAY,
                        FRIDAY,
                        1,
                        -0.281,
                        Forecasts.of(Map.of(
                                "zero",
                                0.0,
                                "mean",
                                1e-4,
                                "boosting",
                                2e-4,
                                "ewma",
                                0.02,
                                "garch",
                                0.0205,
                                "logHarL",
                                0.021,
                                "harPOwn",
                                0.0215)),
                        0.021,
                        quantiles,
                        List.of(-0.28125, -0.15625, 0.15625, 0.28125),
                        -7.75),
                new BacktestRow(
                        FRIDAY,
                        LocalDate.of(2026, 5, 26),
                        21,
                        NONE,
                        Forecasts.of(Map.of("zero", 0.0, "mean", 0.002, "ridge", 0.01, "average", 0.003, "ewma", 0.09)),
                        0.09,
                        Collections.nCopies(11, NONE),
                        Collections.nCopies(4, NONE),
                        NONE));
        assertThat(BacktestTable.write(rows))
                .asString(UTF_8)
                .isEqualTo(new String(Golden.bytes(3, "backtest.csv"), UTF_8));
        assertThat(BacktestTable.read(Golden.bytes(3, "backtest.csv"))).isEqualTo(rows);
        // The second form had no HAR-P and no mean log range, the first had no tails either.
        assertThat(BacktestTable.read(Golden.bytes(2, "backtest.csv")))
                .isEqualTo(rows.stream().map(row -> earlier(row, row.tails())).toList());
        assertThat(BacktestTable.read(Golden.bytes("backtest.csv")))
                .isEqualTo(rows.stream()
                        .map(row -> earlier(row, Collections.nCopies(4, NONE)))
                        .toList());
    }

    private static BacktestRow earlier(BacktestRow row, List<Double> tails) {
        return new BacktestRow(
                row.origin(),
                row.target(),
                row.horizon(),
                row.realised(),
                row.candidates().with(Candidates.HAR_P_OWN, NONE),
                row.sigma(),
                row.quantiles(),
                tails,
                NONE);
    }

    /** A file from before a candidate came, or from after one went. */
    @Test
    void aBacktestOfOtherCandidatesIsReadWithTheColumnsThatAreThere() {
        List<String> lines =
                new String(Golden.bytes("backtest.csv"), UTF_8).lines().toList();
        String other = lines.getFirst().replace("sigma_garch", "sigma_vix") + "\n" + lines.get(1) + "\n";
        BacktestRow row = BacktestTable.read(other.getBytes(UTF_8)).getFirst();

        BacktestRow whole = BacktestTable.read(Golden.bytes("backtest.csv")).getFirst();
        assertThat(row.candidates()).isEqualTo(whole.candidates().with(Candidates.of("garch"), NONE));
        assertThat(row.quantiles()).isEqualTo(whole.quantiles());
    }

    @Test
    void predictions() {
        SortedMap<String, Double> quantiles = new TreeMap<>();
        for (int i = 0; i < BacktestRow.PROBABILITIES.size(); i++) {
            quantiles.put(BacktestTable.quantileNames().get(i), (i - 5) / 16.0);
        }
        ForecastDocument forecast = new ForecastDocument(
                "candor/forecast/1",
                Symbol.of("STX"),
                FRIDAY,
                false,
                50.1,
                List.of(new HorizonForecast(
                        1,
                        LocalDate.of(2026, 4, 27),
                        "zero + logHarL",
                        0,
                        0.021,
                        0.33,
                        0.5,
                        quantiles,
                        quantiles,
                        0.03,
                        0.05,
                        0.04,
                        0.06,
                        null)),
                "No evidence.");
        assertThat(PredictionsTable.write(forecast, "work/train/STX/f/checkpoint.json"))
                .asString(UTF_8)
                .isEqualTo(new String(Golden.bytes("predictions.csv"), UTF_8));
    }

    /** Longer than any buffer on the way: no row at the end may be missing or cut. */
    @Test
    void longTableIsWhole() {
        Csv csv = new Csv(List.of("a", "b"));
        for (int row = 0; row < 50_000; row++) {
            csv.row(List.of(Integer.toString(row), "x"));
        }
        assertThat(Csv.read(csv.toBytes())).hasSize(50_000).last().satisfies(last -> {
            assertThat(last.getField("a")).isEqualTo("49999");
            assertThat(last.getField("b")).isEqualTo("x");
        });
        assertThat(csv.toBytes()).isEqualTo(csv.toBytes());
    }

    @Test
    void everyFiniteNumberComesBackBitForBit() {
        SplittableRandom random = new SplittableRandom(20260424);
        for (int i = 0; i < 10_000; i++) {
            double value = i % 2 == 0 ? Double.longBitsToDouble(random.nextLong()) : random.nextInt();
            if (Double.isFinite(value)) {
                assertThat(Csv.number(Csv.cell(value))).isEqualTo(value);
            }
        }
        for (double value :
                new double[] {0.0, -0.0, 1e15, -1e15, 999999999999999.0, Double.MIN_VALUE, Double.MAX_VALUE}) {
            assertThat(Double.doubleToRawLongBits(Csv.number(Csv.cell(value))))
                    .as(Double.toString(value))
                    .isEqualTo(Double.doubleToRawLongBits(value));
        }
    }

    @Test
    void cellsAreShortAndEmptyForNothing() {
        assertThat(List.of(Csv.cell(3), Csv.cell(-2.5), Csv.cell(1e20), Csv.cell(NONE)))
                .containsExactly("3", "-2.5", "1.0E20", "");
        assertThat(Csv.number("")).isNaN();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csv.cell(Double.NEGATIVE_INFINITY))
                .withMessageContaining("-Infinity");
    }
}
