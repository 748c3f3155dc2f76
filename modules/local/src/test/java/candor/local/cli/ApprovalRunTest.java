package candor.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.market.Symbol;
import candor.pipeline.champion.Champions;
import candor.pipeline.champion.Champions.Decider;
import candor.pipeline.champion.Champions.InService;
import candor.pipeline.champion.Champions.Term;
import candor.store.checkpoint.CheckpointRef;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that stops for a person, and goes on by the answer. EWMA is in service, and the gate would have HAR-P. */
class ApprovalRunTest {

    private static final Symbol SYNTH = Symbol.of("SYNTH");
    private static final String[] RUN = {
        "run", "SYNTH", "--source", "synthetic", "--as-of", "2020-12-31", "--require-approval"
    };

    @TempDir
    private Path folder;

    @Test
    void aRunWaitsAndGoesOnWithTheAnswer() {
        Terminal terminal = new Terminal(folder.resolve("home"), folder).with("USER", "ann");
        Champions champions = new Champions(terminal.home().openStore(Instant.EPOCH));
        champions.appoint(SYNTH, ewma());

        Terminal.Answer stopped = terminal.type(RUN);
        assertThat(stopped.status()).as(stopped.err()).isEqualTo(Failures.FAILED);
        assertThat(stopped.err())
                .contains(
                        "waits for a person: ./candor approve 20260425T080000Z",
                        "candor: the run waits for a person: zero + harPOwn proposed at 1 session",
                        "./candor approve 20260425T080000Z --reject");
        assertThat(champions.terms(SYNTH)).hasSize(1);
        Terminal.Answer still = terminal.type("redrive", "20260425T080000Z");
        assertThat(still.status()).isEqualTo(Failures.FAILED);
        assertThat(still.err()).contains("the run waits for a person");

        Terminal.Answer approved = terminal.type("approve", "20260425T080000Z", "--reason", "looked at it");
        assertThat(approved.status()).as(approved.err()).isZero();
        assertThat(approved.err()).contains("Approved by ann: zero + harPOwn proposed at 1 session");
        assertThat(approved.out()).contains("promoted, approved by a person: HAR-P takes the place of EWMA");
        assertThat(champions.terms(SYNTH).getLast().person()).isEqualTo("ann");
        assertThat(terminal.type("champion", "SYNTH", "--history").out())
                .contains("gate, run SYNTH_2020-12-31_20260425T080000Z, answered by ann, 2026-04-25T08:02:00Z");
        assertThat(terminal.type("approve", "20260425T080000Z").err()).contains("does not wait for an answer");
        assertThat(terminal.type("watch", "20260425T080000Z").status()).isZero();
        assertThat(terminal.type("executions").out()).doesNotContain("waits for a person");

        Terminal.Answer again = terminal.type(RUN);
        String second = again.err().lines().findFirst().orElseThrow().replace("Execution ", "");
        assertThat(again.err()).as("the proposal is found made").contains("reused: zero + harPOwn proposed");
        assertThat(terminal.type("executions").out())
                .endsWith(second + " waits for a person: ./candor approve " + second + "\n");
        Terminal.Answer rejected = terminal.type("approve", second, "--reject", "--by", "Bob");
        assertThat(rejected.status()).as(rejected.err()).isZero();
        assertThat(rejected.out()).contains("retained, the gate's proposal was rejected by a person");
        assertThat(champions.terms(SYNTH).getLast().horizons().getFirst().scale())
                .isEqualTo("ewma");
    }

    private static Term ewma() {
        return new Term(
                LocalDate.of(2020, 1, 2),
                Decider.PERSON,
                Instant.parse("2021-01-01T12:00:00Z"),
                null,
                "put-back",
                new CheckpointRef("work/promote/SYNTH/x/checkpoint.json", "00"),
                0,
                null,
                Stream.of(1, 5, 21)
                        .map(sessions -> new InService(sessions, InService.APPOINTED, "zero", "ewma", "for the test"))
                        .toList());
    }
}
