// SPDX-License-Identifier: GPL-3.0-or-later
package candor.marketdata.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.fixture.SharedFiles;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import candor.store.port.TrackedColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A column under a name that is not known is held beside Close: does it follow as an adjusted close does? */
class UnreadColumnsTest {

    private static final int SESSIONS = 700;
    private static final List<LocalDate> DAYS = new NyseCalendar()
            .sessions(LocalDate.of(2020, 1, 2), LocalDate.of(2023, 12, 29))
            .subList(0, SESSIONS);
    private static final double[] CLOSE = walk(7);

    /** Closes to the cent. */
    private static double[] walk(long seed) {
        Random random = new Random(seed);
        double[] close = new double[SESSIONS];
        double log = StrictMath.log(80);
        for (int i = 0; i < SESSIONS; i++) {
            log += 0.015 * random.nextGaussian();
            close[i] = Math.rint(100 * StrictMath.exp(log)) / 100;
        }
        return close;
    }

    /** What quarterly dividends of that share of the price leave of a price, seen from the last session. */
    private static double left(int session, double share) {
        return StrictMath.pow(1 - share, (SESSIONS - 1) / 63 - session / 63);
    }

    private static Retrieval parse(IntToDoubleFunction column, String form) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            String close = String.format(Locale.ROOT, "%.2f", CLOSE[i]);
            lines.add(String.join(
                    ",",
                    DAYS.get(i).toString(),
                    close,
                    close,
                    close,
                    close,
                    "1000",
                    String.format(Locale.ROOT, form, column.applyAsDouble(i))));
        }
        return parse("Date,Open,High,Low,Close,Volume,kurs_x", lines);
    }

    private static Retrieval parse(String header, List<String> lines) {
        return CsvBars.parse("F.csv", (header + "\n" + String.join("\n", lines) + "\n").getBytes(UTF_8));
    }

    private static List<TrackedColumn> tracked(Retrieval retrieval) {
        return TrackedColumn.parse(retrieval.provenance().getOrDefault("tracksClose", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%.2f", "%.4f", "%.10f"})
    void quarterlyDividendsShowWhateverTheDecimals(String form) {
        Retrieval retrieval = parse(i -> CLOSE[i] * left(i, 0.008), form);

        assertThat(retrieval.provenance()).containsEntry("ignoredColumns", "kurs_x");
        assertThat(tracked(retrieval)).containsExactly(new TrackedColumn("kurs_x", DAYS.get(503)));
    }

    @Test
    void aFactorThatDriftsShowsAsWell() {
        assertThat(tracked(parse(i -> CLOSE[i] * StrictMath.exp(-0.0001 * (SESSIONS - i)), "%.6f")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"close", "cents", "open", "noise", "average", "before", "rate", "highest", "unadjusted", "volume"})
    void whatIsNoAdjustedCloseIsNotTakenForOne(String kind) {
        Random random = new Random(11);
        double[] rate = new double[SESSIONS];
        double[] highest = new double[SESSIONS];
        rate[0] = 1.1;
        highest[0] = CLOSE[0];
        for (int i = 1; i < SESSIONS; i++) {
            rate[i] = rate[i - 1] * StrictMath.exp(0.004 * random.nextGaussian());
            highest[i] = Math.max(highest[i - 1], CLOSE[i]);
        }
        IntToDoubleFunction column = switch (kind) {
            case "close" -> i -> CLOSE[i];
            case "cents" -> i -> 100 * CLOSE[i];
            case "open" -> i -> CLOSE[i] * StrictMath.exp(0.008 * random.nextGaussian());
            case "noise" -> i -> CLOSE[i] * (1 + 1e-4 * random.nextGaussian());
            case "average" ->
                i -> IntStream.rangeClosed(Math.max(0, i - 19), i)
                        .mapToDouble(j -> CLOSE[j])
                        .average()
                        .orElseThrow();
            case "before" -> i -> CLOSE[Math.max(0, i - 1)];
            case "rate" -> i -> CLOSE[i] * rate[i];
            case "highest" -> i -> highest[i];
            case "unadjusted" -> i -> CLOSE[i] / left(i, 0.008);
            default -> i -> random.nextInt(1000, 9000);
        };

        assertThat(tracked(parse(column, "%.6f"))).isEmpty();
    }

    /** The close falls to a quarter and the other column goes on: an adjusted one. The other way round it is none. */
    @Test
    void theOneThatASplitMovesIsTheOneThatIsNotAdjusted() {
        IntToDoubleFunction quarter = i -> i < 300 ? CLOSE[i] / 4 : CLOSE[i];
        assertThat(tracked(parse(quarter, "%.6f")))
                .as("here the close is what goes on")
                .isEmpty();

        SlowFactor factor = new SlowFactor();
        for (int i = 0; i < SESSIONS; i++) {
            factor.add(i < 300 ? 4 * CLOSE[i] : CLOSE[i], CLOSE[i]);
        }
        assertThat(factor.follows()).isTrue();
    }

    @Test
    void theOrderOfRowsAndAWideningFileChangeNothing() {
        Retrieval whole = parse(i -> CLOSE[i] * left(i, 0.008), "%.4f");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            lines.add(DAYS.get(i) + ",1,1,1," + CLOSE[i] + ",1000," + CLOSE[i] * left(i, 0.008));
        }
        Collections.reverse(lines);

        assertThat(tracked(parse("Date,Open,High,Low,Close,Volume,kurs_x", lines)))
                .isEqualTo(tracked(whole));
    }

    @Test
    void decimalCommasAreRead() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            lines.add(String.join(
                    ";",
                    DAYS.get(i).toString(),
                    String.format(Locale.GERMANY, "%.2f", CLOSE[i]),
                    String.format(Locale.GERMANY, "%.2f", CLOSE[i]),
                    String.format(Locale.GERMANY, "%.2f", CLOSE[i]),
                    String.format(Locale.GERMANY, "%.2f", CLOSE[i]),
                    "1000",
                    String.format(Locale.GERMANY, "%.4f", CLOSE[i] * left(i, 0.008))));
        }

        assertThat(tracked(parse("Date;Open;High;Low;Close;Volume;kurs_x", lines)))
                .hasSize(1);
    }

    /** An adjusted close that is read needs no second one, nor do dividends that are listed. */
    @Test
    void whereReturnsNeedNoHelpNothingIsSaid() {
        List<String> lines = new ArrayList<>();
        List<String> paid = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            double adjusted = CLOSE[i] * left(i, 0.008);
            lines.add(DAYS.get(i) + ",1,1,1," + CLOSE[i] + ",1000," + adjusted + "," + adjusted);
            paid.add(DAYS.get(i) + ",1,1,1," + CLOSE[i] + ",1000," + adjusted + "," + (i % 63 == 0 ? 0.6 : 0));
        }

        assertThat(tracked(parse("Date,Open,High,Low,Close,Volume,kurs_x,Adj Close", lines)))
                .isEmpty();
        assertThat(tracked(parse("Date,Open,High,Low,Close,Volume,kurs_x,Dividends", paid)))
                .isEmpty();
    }

    /** Adjusted closes of sixty companies under another name are found, and their other columns are taken for none. */
    @Test
    void realAdjustedClosesAreFoundAndNothingElseIs() throws IOException {
        int payers = 0;
        int found = 0;
        try (Stream<Path> files = Files.list(SharedFiles.require("data/panel-2000-2024"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                List<RawBar> bars =
                        CsvBars.parse(file.toString(), Files.readAllBytes(file)).bars();
                RawBar first = bars.getFirst();
                RawBar last = bars.getLast();
                double total = first.close() / first.adjustedClose() * last.adjustedClose() / last.close();
                boolean pays = Math.abs(total - 1) > 0.01;
                payers += pays ? 1 : 0;
                found += pays && everFollows(bars, bars.stream().map(RawBar::adjustedClose)) ? 1 : 0;
                assertThat(everFollows(bars, bars.stream().map(RawBar::open)))
                        .as("%s, open", file)
                        .isFalse();
                assertThat(everFollows(bars, bars.stream().map(RawBar::high)))
                        .as("%s, high", file)
                        .isFalse();
                assertThat(everFollows(bars, bars.stream().map(RawBar::low)))
                        .as("%s, low", file)
                        .isFalse();
                assertThat(everFollows(bars, bars.stream().map(RawBar::volume)))
                        .as("%s, volume", file)
                        .isFalse();
            }
        }
        assertThat(payers).isGreaterThan(40);
        assertThat(found).isEqualTo(payers);
    }

    private static boolean everFollows(List<RawBar> bars, Stream<Double> column) {
        SlowFactor factor = new SlowFactor();
        List<Double> values = column.toList();
        return IntStream.range(0, bars.size()).anyMatch(i -> {
            factor.add(bars.get(i).close(), values.get(i));
            return factor.follows();
        });
    }
}
