// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.calendar.NyseCalendar;
import candor.pipeline.fixture.Pipeline;
import candor.pipeline.fixture.SyntheticBars;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.Checkpoints;
import candor.store.fixture.MemoryStore;
import candor.store.port.BarRequest;
import candor.store.port.BarSource;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import candor.store.port.TrackedColumn;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the line of Ingest tells of a source besides its rows. */
final class IngestRemarksTest {

    private static final LocalDate LAST = LocalDate.of(2014, 7, 3);
    private static final String PLAIN = "127 rows from F.csv, the last of 2014-07-03";

    private final MemoryStore store = new MemoryStore();

    /** The synthetic stock as a file that says this of itself. */
    private record File(Map<String, String> provenance, UnaryOperator<RawBar> edit) implements BarSource {
        @Override
        public Retrieval retrieve(BarRequest request) {
            List<RawBar> bars = new SyntheticBars(LAST)
                    .retrieve(request).bars().stream().map(edit).toList();
            TreeMap<String, String> all = new TreeMap<>(provenance);
            all.put("file", "F.csv");
            return new Retrieval.OneFile(Retrieval.Place.CSV, bars, false, all);
        }
    }

    private StageResult ingest(@Nullable LocalDate asOf, Map<String, String> provenance, UnaryOperator<RawBar> edit) {
        return ingest(Pipeline.NOW, asOf, provenance, edit);
    }

    private StageResult ingest(
            Instant now, @Nullable LocalDate asOf, Map<String, String> provenance, UnaryOperator<RawBar> edit) {
        Workshop workshop = new Workshop(store, Clock.fixed(now, ZoneOffset.UTC), Pipeline.HOST, notice -> {});
        return new IngestStage(workshop, new File(provenance, edit), new NyseCalendar())
                .run(Pipeline.request("e", asOf, null, Map.of()));
    }

    private String line(Map<String, String> provenance) {
        return ingest(LAST, provenance, bar -> bar).summary();
    }

    @Test
    void aPlainFileHasRowsAndALastDay() {
        assertThat(line(Map.of("columns", "Date,Close", "currency", "USD"))).isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ignoredColumns | vwap,lastupdated | not read: vwap, lastupdated",
                "ignoredColumns | a,b,c,d,e,f,g,h,i,j,k,l | not read: a, b, c, d, e, f, g, h, i, j and 2 more",
                "currency       | EUR       | prices in EUR",
                "priceScale     | 10000     | prices are whole numbers of 1/10000, and divided by it",
                "headerless     | MetaTrader 4 | no header: the columns are those of MetaTrader 4",
                "comments       | 1 line: '# from' | lines of comment left out: 1 line: '# from'",
                "footer         | 3         | lines below the bars left out: 3",
                "volume         | tick volume, as no row has another | volume is tick volume, as no row has another",
                "packed         | zip       | unpacked from zip",
            })
    void whatAReaderNotedIsSaid(String key, String value, String words) {
        assertThat(line(Map.of(key, value))).isEqualTo(PLAIN + "; " + words);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, Double.NaN})
    void volumeThatIsNowhereIsSaid(double volume) {
        assertThat(ingest(LAST, Map.of(), bar -> bar.withVolume(volume)).summary())
                .isEqualTo(PLAIN + "; no volume in any row: features of volume are left out");
    }

    /** The notice is no part of an artefact: the same file of a company that pays nothing is in order. */
    @Test
    void adjustedClosesThatAreCopiesAreSaid() {
        List<String> notices = new ArrayList<>();
        Workshop workshop = new Workshop(store, Clock.fixed(Pipeline.NOW, ZoneOffset.UTC), Pipeline.HOST, notices::add);
        for (double factor : new double[] {1, 0.9}) {
            BarSource source = request -> new Retrieval.OneFile(
                    Retrieval.Place.CSV,
                    new SyntheticBars(LAST)
                            .retrieve(request).bars().stream()
                                    .map(bar -> bar.withActions(0, 0, 0).withAdjustedClose(factor * bar.close()))
                                    .toList(),
                    true,
                    new TreeMap<>(Map.of("file", "F.csv")));
            new IngestStage(workshop, source, new NyseCalendar()).run(Pipeline.request("e", LAST, null, Map.of()));
        }

        assertThat(notices)
                .containsExactly(
                        "F.csv: every adjusted close is the close: if the company paid dividends, they count as"
                                + " falls");
    }

    /** Rows of tomorrow went without a word. A day that was asked for is no reason for one. */
    @Test
    void rowsOfSessionsThatAreNotOverAreCounted() {
        Instant tuesday = Instant.parse("2014-07-01T22:30:00Z");

        StageResult latest = ingest(tuesday, null, Map.of(), bar -> bar);
        StageResult asked = ingest(tuesday, LocalDate.of(2014, 7, 1), Map.of(), bar -> bar);

        assertThat(latest.summary())
                .isEqualTo("125 rows from F.csv, the last of 2014-07-01; rows of sessions that are not over left out: 2"
                        + " after 2014-07-01");
        assertThat(asked.summary()).isEqualTo("125 rows from F.csv, the last of 2014-07-01");
    }

    /** What shows only later is no knowledge of an earlier day, neither on the line nor in the artefact. */
    @Test
    void aColumnThatFollowsCloseIsSaidFromTheDayOnThatItShows() {
        LocalDate since = LocalDate.of(2014, 6, 2);
        Map<String, String> noted = Map.of(
                "ignoredColumns",
                "kurs_x",
                "tracksClose",
                TrackedColumn.write(List.of(new TrackedColumn("kurs_x", since))));

        StageResult after = ingest(since, noted, bar -> bar);
        StageResult before = ingest(since.minusDays(3), noted, bar -> bar);

        assertThat(after.summary())
                .endsWith("not read: kurs_x; the column kurs_x follows Close by a slowly varying factor, as an adjusted"
                        + " close does: name it with --columns adjustedClose=kurs_x to use it");
        assertThat(before.summary()).endsWith("not read: kurs_x");
        assertThat(retrieval(after)).contains("\"tracksClose\": \"kurs_x\"").doesNotContain("since");
        assertThat(retrieval(before)).doesNotContain("tracksClose");
    }

    /** The same bars downloaded on another day are the same work: its date stands in lines that are no bars. */
    @Test
    void linesAroundTheBarsAreSaidAndReachNoArtefact() {
        StageResult one = ingest(LAST, Map.of("footer", "1 line: 'as of 07-03'"), bar -> bar);
        StageResult next = ingest(LAST, Map.of("footer", "1 line: 'as of 07-07'", "comments", "# new"), bar -> bar);

        assertThat(one.summary()).endsWith("lines below the bars left out: 1 line: 'as of 07-03'");
        assertThat(next.checkpoint()).isEqualTo(one.checkpoint());
        assertThat(retrieval(one)).doesNotContain("footer");
    }

    private String retrieval(StageResult result) {
        Checkpoints checkpoints = new Checkpoints(store, notice -> {});
        Checkpoint checkpoint = checkpoints.get(result.checkpoint());
        return new String(checkpoints.bytes(checkpoint.getArtefact("retrieval.json")), UTF_8);
    }
}
