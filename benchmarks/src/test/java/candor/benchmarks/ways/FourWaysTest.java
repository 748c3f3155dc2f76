// SPDX-License-Identifier: GPL-3.0-or-later
package candor.benchmarks.ways;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.market.Bar;
import candor.forecasting.synthetic.SyntheticSession;
import candor.forecasting.synthetic.SyntheticStock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with one fault through the real command line, by each way in. */
class FourWaysTest {

    private static final LocalDate FIRST = LocalDate.of(2014, 7, 1);
    private static final LocalDate LAST = LocalDate.of(2018, 12, 31);
    private static final String HEADER = "Date,Open,High,Low,Close,Volume,Dividends";
    private static final int FROZEN = 10;
    private static final int BEFORE_SPLIT = 900;
    private static final WayOutcome NONE = new WayOutcome(Way.RUN, new Ending.Stopped(""), false);

    @TempDir
    private Path folder;

    private final List<SyntheticSession> sessions = SyntheticStock.generate(new NyseCalendar(), FIRST, LAST, 7);
    private FourWays ways = new FourWays(Path.of(""), Path.of(""), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @BeforeEach
    void aCleanFile() throws IOException {
        Clock afterwards =
                Clock.fixed(LAST.plusDays(1).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        ways = new FourWays(Files.createDirectory(folder.resolve("work")), file("CLEAN.csv", this::line), afterwards);
    }

    @Test
    void theCleanFileHasOneForecastByEachWay() throws IOException {
        Map<Way, WayOutcome> outcomes = outcomes(folder.resolve("CLEAN.csv"));

        assertThat(outcomes)
                .allSatisfy((way, outcome) ->
                        assertThat(outcome.ending()).as("%s", way).isInstanceOf(Ending.Forecast.class))
                .allSatisfy((way, outcome) -> assertThat(outcome.silent()).isFalse());
    }

    /** The provider's answer is that of one that has lost its list of dividends, and went on as if there were none. */
    @Test
    void dividendsThatOnlyAdjustedClosesKnowAreNoFallsByAnyWay() throws IOException {
        Path file = file(
                "adjusted.csv",
                HEADER.replace("Dividends", "Adj Close"),
                i -> line(i).replaceFirst("[^,]*$", price(sessions.get(i).adjustedClose(), 1)));

        Map<Way, WayOutcome> outcomes = outcomes(file);

        assertThat(outcomes)
                .allSatisfy((way, outcome) -> assertThat(outcome.silent()).isFalse());
        assertThat(stop(outcomes.getOrDefault(Way.PROVIDER, NONE)))
                .contains("of which none is listed", "get the bars from another source");
    }

    @Test
    void aFeedThatDiedStopsByEachWay() throws IOException {
        int alive = sessions.size() - FROZEN - 1;
        Path file = file(
                "frozen.csv",
                i -> i <= alive
                        ? line(i)
                        : day(i) + ("," + price(sessions.get(alive).bar().close(), 1)).repeat(4) + ",0,0");

        Map<Way, WayOutcome> outcomes = outcomes(file);

        assertThat(outcomes)
                .allSatisfy((way, outcome) -> assertThat(stop(outcome)).contains("10 rows from ", "the feed has died"));
        assertThat(stop(outcomes.getOrDefault(Way.RUN, NONE))).contains("--as-of " + day(alive));
    }

    @Test
    void aSplitThatNoRowNamesStopsByEachWay() throws IOException {
        Path file = file("split.csv", i -> line(i, i < BEFORE_SPLIT ? 4 : 1));

        Map<Way, WayOutcome> outcomes = outcomes(file);

        assertThat(outcomes)
                .allSatisfy((way, outcome) -> assertThat(stop(outcome)).contains("a split of 4:1 that no row names"));
        assertThat(stop(outcomes.getOrDefault(Way.RUN, NONE))).contains("--split " + day(BEFORE_SPLIT) + "=4:1");
    }

    @Test
    void anotherCurrencyStopsByEachWay() throws IOException {
        Path file = file("euro.csv", i -> line(i).replaceFirst(",", ",EUR "));

        assertThat(outcomes(file))
                .allSatisfy((way, outcome) -> assertThat(stop(outcome)).contains("EUR"));
    }

    private Map<Way, WayOutcome> outcomes(Path file) throws IOException {
        Map<Way, WayOutcome> byWay = new TreeMap<>();
        ways.of(file).forEach(outcome -> byWay.put(outcome.way(), outcome));
        assertThat(byWay).containsOnlyKeys(Way.values());
        return byWay;
    }

    private static String stop(WayOutcome outcome) {
        assertThat(outcome.ending()).isInstanceOf(Ending.Stopped.class);
        return outcome.ending().words();
    }

    private Path file(String name, IntFunction<String> line) throws IOException {
        return file(name, HEADER, line);
    }

    private Path file(String name, String header, IntFunction<String> line) throws IOException {
        List<String> lines = new ArrayList<>(List.of(header));
        IntStream.range(0, sessions.size()).mapToObj(line).forEach(lines::add);
        return Files.write(folder.resolve(name), lines);
    }

    private String line(int i) {
        return line(i, 1);
    }

    private String line(int i, double factor) {
        Bar bar = sessions.get(i).bar();
        return String.join(
                ",",
                day(i),
                price(bar.open(), factor),
                price(bar.high(), factor),
                price(bar.low(), factor),
                price(bar.close(), factor),
                String.format(Locale.ROOT, "%.0f", bar.volume() / factor),
                price(sessions.get(i).dividend(), factor));
    }

    private String day(int i) {
        return sessions.get(i).bar().session().toString();
    }

    private static String price(double price, double factor) {
        return String.format(Locale.ROOT, "%.6f", price * factor);
    }
}
