package candor.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.market.Symbol;
import candor.pipeline.champion.Champions;
import candor.pipeline.champion.Champions.Decider;
import candor.pipeline.champion.Champions.InService;
import candor.pipeline.champion.Champions.Term;
import candor.store.checkpoint.CheckpointRef;
import candor.store.json.Json;
import candor.store.run.Host;
import candor.store.run.RunRecord;
import candor.store.run.RunRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code candor champion}: who is in service, what was decided, and how an earlier champion is put back. */
class ChampionTest {

    private static final Symbol SMPL = Symbol.of("SMPL");
    private static final String FIRST_RUN = "20260425T080000Z";

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void run() throws IOException {
        terminal = new Terminal(folder.resolve("home"), folder);
        SampleBars.write(folder.resolve("bars.csv"), SampleBars.lines(1250));
        Terminal.Answer first = terminal.type("run", "SMPL", "--csv", "bars.csv");
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("In service, by the gate's verdict:", "1 session: zero + harPOwn; retained: ")
                .contains("look 1", "Next look of the gate: 2026-");
    }

    @Test
    void saysWhoServesSinceWhenAndWhy() {
        Terminal.Answer answer = terminal.type("champion", "SMPL");

        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains("SMPL: in service after 2025-12-31")
                .containsPattern(" 21 +zero +harPOwn +2025-12-31 +gate")
                .contains("1 session: 2025-12-31, retained: ")
                .contains("Looks of the gate: 1, the last on 2025-12-31; the next on 2026-");
        JsonNode json =
                Json.readTree(terminal.type("champion", "SMPL", "--json").out().getBytes(UTF_8));
        assertThat(json.at("/horizons/0/mean").stringValue()).isEqualTo("zero");
        assertThat(json.at("/horizons/2/by").stringValue()).isEqualTo("gate");
        assertThat(json.path("look").intValue()).isEqualTo(1);
    }

    @Test
    void anEarlierChampionIsPutBackAndServesTheDayDoneAgain() {
        champions().appoint(SMPL, ewmaByPerson());
        assertThat(models(terminal.type("run", "SMPL", "--csv", "bars.csv", "--json")))
                .containsOnly("zero + ewma");

        Terminal.Answer set = terminal.type("champion", "SMPL", "--set", FIRST_RUN);
        assertThat(set.status()).as(set.err()).isZero();
        assertThat(set.err()).contains("SMPL_2025-12-31_" + FIRST_RUN + " are back in service", "./candor run SMPL");
        assertThat(set.out())
                .containsPattern(" 1 +zero +harPOwn +2025-12-31 +person")
                .contains("appointed: the champion of 2025-12-31 was put back in place of");

        Terminal.Answer again = terminal.type("run", "SMPL", "--csv", "bars.csv", "--json");
        assertThat(models(again)).containsOnly("zero + harPOwn");
        assertThat(Json.readTree(again.out().getBytes(UTF_8))
                        .at("/promotion/horizons/0/reason")
                        .stringValue())
                .startsWith("retained, by a person's decision of 2025-12-31: ");
        assertThat(terminal.type("champion", "SMPL", "--set", FIRST_RUN).err())
                .contains("in service already; nothing was changed");

        Terminal.Answer history = terminal.type("champion", "SMPL", "--history");
        assertThat(history.out().lines().filter(line -> line.startsWith("2025-12-31 ")))
                .hasSize(3)
                .last()
                .asString()
                .contains("person, 2026-04-25T08:02:00Z: champions of run SMPL_2025-12-31_" + FIRST_RUN + "; look 1");
        assertThat(Json.readTree(terminal.type("champion", "SMPL", "--history", "--json")
                                .out()
                                .getBytes(UTF_8))
                        .size())
                .isEqualTo(3);
    }

    @Test
    void whatCannotBePutBackIsRefusedWithTheWayOn() {
        new RunRecords(terminal.home().openStore(Instant.EPOCH))
                .note(
                        "SMPL_2025-12-31_cut-off",
                        "cut-off",
                        SMPL,
                        SampleBars.LAST,
                        new RunRecord.StageDone(
                                "ingest",
                                new CheckpointRef("work/ingest/SMPL/x/checkpoint.json", "00"),
                                false,
                                "done",
                                Instant.EPOCH,
                                Instant.EPOCH,
                                new Host("25", "os", "arch")));
        assertRefused(List.of("--set", "nosuch"), "no run 'nosuch'", "./candor executions");
        assertRefused(List.of("--set", "cut-off"), "cut-off has not got as far", "./candor redrive cut-off");
        assertRefused(List.of("--set", "x", "--history"), "--history shows, --set x decides");
        Terminal.Answer other = terminal.type("champion", "STX", "--set", FIRST_RUN);
        assertThat(other.status()).isEqualTo(Failures.BAD_INPUT);
        assertThat(other.err()).contains("is of SMPL, not of STX");
        Terminal.Answer none = terminal.type("champion", "STX");
        assertThat(none.status()).isEqualTo(Failures.BAD_INPUT);
        assertThat(none.err()).contains("no champion of STX", "./candor run STX");
    }

    @Test
    void damagedHistoryIsSaidNotGuessed() throws IOException {
        Files.writeString(folder.resolve("home/store/champions/SMPL"), "{");

        Terminal.Answer answer = terminal.type("champion", "SMPL");

        assertThat(answer.status()).isEqualTo(Failures.BAD_INPUT);
        assertThat(answer.err()).contains("champions/SMPL cannot be read").doesNotContain("\tat ");
    }

    private void assertRefused(List<String> words, String... told) {
        Terminal.Answer answer = terminal.type(
                Stream.concat(Stream.of("champion", "SMPL"), words.stream()).toArray(String[]::new));
        assertThat(answer.status()).isEqualTo(Failures.BAD_INPUT);
        assertThat(answer.err()).contains(told).doesNotContain("\tat ");
    }

    private Champions champions() {
        return new Champions(terminal.home().openStore(Instant.EPOCH));
    }

    private Term ewmaByPerson() {
        Term last = champions().terms(SMPL).getLast();
        return new Term(
                last.asOf(),
                Decider.PERSON,
                Instant.parse("2026-04-25T07:00:00Z"),
                null,
                "another",
                last.promotion(),
                last.look(),
                last.lookedAt(),
                Stream.of(1, 5, 21)
                        .map(sessions -> new InService(sessions, InService.APPOINTED, "zero", "ewma", "for the test"))
                        .toList());
    }

    private static List<String> models(Terminal.Answer answer) {
        assertThat(answer.status()).as(answer.err()).isZero();
        return Json.readTree(answer.out().getBytes(UTF_8)).at("/forecast/horizons").values().stream()
                .map(horizon -> horizon.path("model").stringValue())
                .toList();
    }
}
