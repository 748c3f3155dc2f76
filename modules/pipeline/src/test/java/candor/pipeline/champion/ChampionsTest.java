package candor.pipeline.champion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.forecasting.market.Symbol;
import candor.pipeline.champion.Champions.Decider;
import candor.pipeline.champion.Champions.InService;
import candor.pipeline.champion.Champions.Term;
import candor.store.checkpoint.CheckpointRef;
import candor.store.failure.CorruptCheckpoint;
import candor.store.fixture.Golden;
import candor.store.fixture.MemoryStore;
import candor.store.run.Host;
import candor.store.run.RunRecord;
import candor.store.run.RunRecords;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is in service since when: order of terms, and which of them a run sees. */
final class ChampionsTest {

    private static final Symbol STX = Symbol.of("STX");
    private static final LocalDate FRIDAY = LocalDate.of(2026, 4, 24);
    private static final LocalDate MONDAY = LocalDate.of(2026, 4, 27);
    private static final Instant NOON = Instant.parse("2026-04-25T12:00:00Z");

    private final MemoryStore store = new MemoryStore();
    private final Champions champions = new Champions(store);

    @Test
    void areWrittenAndReadAsReleased() {
        Term person = person(FRIDAY, 1);
        Term gate = gate(FRIDAY, 1);
        champions.appoint(STX, person);
        champions.appoint(STX, gate);
        Term early = new Term(
                FRIDAY.minusDays(1),
                Decider.GATE,
                null,
                null,
                "STX_2026-04-23_run-0",
                new CheckpointRef("work/promote/STX/0/checkpoint.json", "00"),
                0,
                null,
                List.of(new InService(1, "retained", "zero", "logHarL", "no challenger")));
        champions.appoint(STX, early);

        assertThat(store.bytes("champions/STX")).isEqualTo(Golden.bytes(2, "champions.json"));
        assertThat(store.bytes("decisions/STX/000002.json")).isEqualTo(Golden.bytes(2, "decision.json"));
        assertThat(champions.terms(STX)).containsExactly(early, gate, person);
    }

    /** champions.json of the first release: no digest, and no record of each decision. */
    @Test
    void firstFormIsReadAndItsDecisionsAreRecordedWithTheNext() {
        store.damage("champions/STX", Golden.bytes("champions.json"));
        List<Term> first = champions.terms(STX);
        assertThat(first).hasSize(3);

        champions.appoint(STX, gate(MONDAY, 2));

        assertThat(store.list("decisions/STX/")).hasSize(4);
        byte[] written = store.bytes("champions/STX");
        store.lose("champions/STX");
        assertThat(champions.rebuild(STX).orElseThrow().terms())
                .containsExactly(first.get(0), first.get(1), first.get(2), gate(MONDAY, 2));
        assertThat(store.bytes("champions/STX")).isEqualTo(written);
    }

    /** One turned bit made look 1 look 5, and a deleted file gave the gate a second free look. */
    @Test
    void everyTurnedBitIsNoticedAndTheSameBytesAreMadeOfTheDecisions() {
        champions.appoint(STX, gate(FRIDAY, 1));
        champions.appoint(STX, person(FRIDAY, 1));
        for (String key : List.of("champions/STX", "decisions/STX/000001.json", "decisions/STX/000002.json")) {
            byte[] right = store.bytes(key);
            for (int bit = 0; bit < right.length * 8; bit++) {
                byte[] wrong = right.clone();
                wrong[bit / 8] ^= (byte) (1 << bit % 8);
                store.damage(key, wrong);
                assertThatExceptionOfType(CorruptCheckpoint.class)
                        .as("%s, bit %d", key, bit)
                        .isThrownBy(() -> readAll())
                        .withMessageContaining(key);
            }
            store.damage(key, right);
        }
        byte[] right = store.bytes("champions/STX");
        store.damage("champions/STX", "{".getBytes(StandardCharsets.UTF_8));
        champions.rebuild(STX);
        assertThat(store.bytes("champions/STX")).isEqualTo(right);
    }

    private void readAll() {
        champions.terms(STX);
        champions.rebuild(STX);
    }

    /** The command was killed between the record of a decision and champions/STX. */
    @Test
    void decisionThatWasRecordedAndNotNotedIsNotedByTheNext() {
        champions.appoint(STX, gate(FRIDAY, 1));
        byte[] before = store.bytes("champions/STX");
        champions.appoint(STX, person(FRIDAY, 1));
        store.damage("champions/STX", before);

        champions.appoint(STX, gate(MONDAY, 2));

        assertThat(champions.terms(STX)).containsExactly(gate(FRIDAY, 1), person(FRIDAY, 1), gate(MONDAY, 2));
    }

    /** The person whose command was killed there gives it again, and it stood in the history twice. */
    @Test
    void decisionThatWasRecordedAndNotNotedIsNotRecordedAgain() {
        champions.appoint(STX, gate(FRIDAY, 1));
        byte[] before = store.bytes("champions/STX");
        champions.appoint(STX, person(FRIDAY, 1));
        store.damage("champions/STX", before);

        champions.appoint(STX, person(FRIDAY, 2));

        assertThat(champions.terms(STX)).containsExactly(gate(FRIDAY, 1), person(FRIDAY, 1));
        assertThat(champions.fault(STX)).isEmpty();
        champions.appoint(STX, person(FRIDAY, 3));
        assertThat(champions.terms(STX)).as("a decision of its own").hasSize(3);
    }

    @Test
    void withoutTheDocumentRunsThatHaveDecidedAreNotForgotten() {
        Term gate = gate(FRIDAY, 1);
        new RunRecords(store)
                .note(
                        gate.run(),
                        "run-1",
                        STX,
                        FRIDAY,
                        new RunRecord.StageDone(
                                "promote", gate.promotion(), false, "done", NOON, NOON, new Host("25", "os", "arch")));

        assertThatExceptionOfType(CorruptCheckpoint.class)
                .isThrownBy(() -> champions.termsFor(STX, MONDAY))
                .withMessageContaining("champions/STX is missing")
                .withMessageContaining("./candor verify --repair");
    }

    @Test
    void ofOneDayTheGatesLastVerdictAndAllThatPersonsDecidedAreKept() {
        champions.appoint(STX, gate(FRIDAY, 1));
        champions.appoint(STX, person(FRIDAY, 1));
        champions.appoint(STX, person(FRIDAY, 2));
        champions.appoint(STX, gate(FRIDAY, 2));

        assertThat(champions.terms(STX)).containsExactly(gate(FRIDAY, 2), person(FRIDAY, 1), person(FRIDAY, 2));
    }

    @Test
    void aPersonsDecisionHoldsForTheDayDoneAgainAndTheDaysAfterUntilTheGates() {
        champions.appoint(STX, gate(FRIDAY, 1));
        champions.appoint(STX, person(FRIDAY, 1));

        assertThat(champions.termsFor(STX, FRIDAY.minusDays(1))).isEmpty();
        assertThat(champions.termsFor(STX, FRIDAY)).containsExactly(person(FRIDAY, 1));
        assertThat(champions.termsFor(STX, MONDAY).getLast()).isEqualTo(person(FRIDAY, 1));

        champions.appoint(STX, gate(FRIDAY, 2));
        assertThat(champions.termsFor(STX, MONDAY).getLast()).isEqualTo(person(FRIDAY, 1));

        champions.appoint(STX, gate(MONDAY, 3));
        assertThat(champions.termsFor(STX, MONDAY.plusDays(1)).getLast()).isEqualTo(gate(MONDAY, 3));
        assertThat(champions.termsFor(STX, MONDAY).getLast()).isEqualTo(person(FRIDAY, 1));
    }

    @Test
    void aVerdictThatIsReusedStaysThatOfTheRunThatReachedIt() {
        champions.appoint(STX, gate(FRIDAY, 1));
        Term reused = gate(FRIDAY, 1);
        champions.appoint(
                STX,
                new Term(
                        FRIDAY,
                        Decider.GATE,
                        null,
                        null,
                        "STX_2026-04-24_later",
                        reused.promotion(),
                        1,
                        FRIDAY,
                        reused.horizons()));

        assertThat(champions.terms(STX)).containsExactly(gate(FRIDAY, 1));
    }

    /** Whatever is decided in whatever order: sorted, one verdict a day, no decision of a person lost, nothing seen early. */
    @Test
    void lawsHoldForAnyOrderOfDecisions() {
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Symbol symbol = Symbol.of("S" + seed);
            List<Term> persons = new ArrayList<>();
            for (int number = 0; number < 30; number++) {
                LocalDate day = FRIDAY.plusDays(random.nextInt(6));
                Term term = random.nextInt(3) == 0 ? person(day, number) : gate(day, number);
                champions.appoint(symbol, term);
                if (term.by() == Decider.PERSON) {
                    persons.add(term);
                } else {
                    assertThat(champions.terms(symbol)).contains(term);
                }
            }
            List<Term> terms = champions.terms(symbol);
            assertThat(terms).isSortedAccordingTo((a, b) -> a.asOf().compareTo(b.asOf()));
            assertThat(terms.stream().filter(term -> term.by() == Decider.GATE).map(Term::asOf))
                    .doesNotHaveDuplicates();
            assertThat(terms.stream().filter(term -> term.by() == Decider.PERSON))
                    .containsExactlyInAnyOrderElementsOf(persons);
            for (int day = 0; day < 7; day++) {
                LocalDate asOf = FRIDAY.plusDays(day);
                assertThat(champions.termsFor(symbol, asOf))
                        .allMatch(term -> term.asOf().isBefore(asOf)
                                || (term.by() == Decider.PERSON && term.asOf().equals(asOf)));
            }
        }
    }

    @Test
    void looksAreCountedAcrossDaysThatWereFilledInLaterAndPersonsDecisions() {
        assertThat(Looks.after(List.of())).isEqualTo(new Looks(0, null));
        Term quiet = looked(MONDAY, 1, FRIDAY);
        Term person = person(MONDAY, 1);
        assertThat(Looks.after(List.of(gate(FRIDAY, 1), quiet, person))).isEqualTo(new Looks(1, FRIDAY));

        Term filledIn = looked(FRIDAY.minusDays(1), 1, FRIDAY.minusDays(1));
        assertThat(Looks.after(List.of(filledIn, gate(FRIDAY, 1), quiet))).isEqualTo(new Looks(2, FRIDAY));
        assertThat(Looks.after(List.of(looked(FRIDAY, 7, FRIDAY), quiet))).isEqualTo(new Looks(7, FRIDAY));
    }

    private static Term looked(LocalDate asOf, int look, LocalDate lookedAt) {
        Term gate = gate(asOf, look);
        return new Term(asOf, Decider.GATE, null, null, gate.run(), gate.promotion(), look, lookedAt, gate.horizons());
    }

    @Test
    void unknownMethodIsDamage() {
        champions.appoint(STX, gate(FRIDAY, 1));
        String text = new String(store.bytes("champions/STX"), StandardCharsets.UTF_8);
        store.damage("champions/STX", text.replace("garch", "tea-leaves").getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(CorruptCheckpoint.class)
                .isThrownBy(() -> champions.terms(STX))
                .withMessageContaining("champions/STX");
    }

    private static Term gate(LocalDate asOf, int number) {
        return new Term(
                asOf,
                Decider.GATE,
                null,
                null,
                "STX_" + asOf + "_run-" + number,
                new CheckpointRef("work/promote/STX/" + number + "/checkpoint.json", "0" + number),
                1,
                asOf,
                List.of(new InService(1, "promoted", "zero", "garch", "better")));
    }

    private static Term person(LocalDate asOf, int number) {
        return new Term(
                asOf,
                Decider.PERSON,
                NOON.plusSeconds(number),
                null,
                "STX_2026-04-23_run-0",
                new CheckpointRef("work/promote/STX/0/checkpoint.json", "00"),
                1,
                FRIDAY,
                List.of(new InService(1, "appointed", "zero", "logHarL", "as on 2026-04-23")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[]", "{\"schema\":", "{\"schema\":\"candor/latest/1\"}"})
    void whatCannotBeReadIsCorruptAndNamed(String text) {
        store.damage("champions/STX", text.getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(CorruptCheckpoint.class)
                .isThrownBy(() -> new Champions(store).termsFor(STX, LocalDate.of(2026, 4, 24)))
                .withMessageContaining("champions/STX");
    }
}
