package candor.pipeline.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.forecasting.calendar.NyseCalendar;
import candor.pipeline.fixture.Pipeline;
import candor.pipeline.fixture.SyntheticBars;
import candor.pipeline.table.RawTables;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.Checkpoints;
import candor.store.failure.InputRefused;
import candor.store.fixture.MemoryStore;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IngestStageTest {

    private static final LocalDate LAST = LocalDate.of(2014, 7, 3);

    private final MemoryStore store = new MemoryStore();

    /** The third of July 2014 closed at 13:00 New York time, the day before at 16:00; bars are final two hours later. */
    @ParameterizedTest
    @CsvSource({
        "2014-07-03T18:59:59Z, 2014-07-02",
        "2014-07-03T19:00:00Z, 2014-07-03",
        "2014-07-02T22:00:00Z, 2014-07-02",
        "2014-07-02T21:59:59Z, 2014-07-01",
        "2014-07-02T04:30:00Z, 2014-07-01"
    })
    void barOfASessionThatIsNotOverIsNeverUsed(Instant now, LocalDate expected) {
        StageResult result = ingest(now, null);
        assertThat(result.asOf()).isEqualTo(expected);
        assertThat(lastBar(result)).isEqualTo(expected);
        assertThat(ingest(now, LAST).checkpoint())
                .as("asking for the running session gives no more")
                .isEqualTo(result.checkpoint());
    }

    @Test
    void dayWithoutTradingMeansTheSessionBefore() {
        StageResult result = ingest(Pipeline.NOW, LocalDate.of(2014, 5, 26));
        assertThat(result.asOf()).isEqualTo(LocalDate.of(2014, 5, 23));
        assertThat(lastBar(result)).isEqualTo(LocalDate.of(2014, 5, 23));
    }

    @Test
    void clockDecidesNothingButWhatIsOver() {
        StageResult then = ingest(Instant.parse("2014-07-03T19:00:00Z"), null);
        StageResult later = ingest(Instant.parse("2025-07-03T17:00:00Z"), null);
        assertThat(later.checkpoint()).isEqualTo(then.checkpoint());
        assertThat(later.reused()).isTrue();
    }

    /** Its volume is a tenth of the day before. */
    @Test
    void aFileThatEndsInAPartOfADayIsAsOfTheDayBeforeUnlessThatDayIsAskedFor() {
        List<String> notices = new ArrayList<>();
        Workshop workshop = new Workshop(store, Clock.fixed(Pipeline.NOW, ZoneOffset.UTC), Pipeline.HOST, notices::add);
        IngestStage stage = new IngestStage(
                workshop,
                request -> {
                    Retrieval whole = new SyntheticBars(LAST.minusDays(1)).retrieve(request);
                    List<RawBar> rows = new ArrayList<>(whole.bars());
                    rows.set(
                            rows.size() - 1,
                            rows.getLast().withVolume(rows.getLast().volume() / 10));
                    return whole.withBars(rows);
                },
                new NyseCalendar());

        StageResult result = stage.run(Pipeline.request("e", null, null, Map.of()));

        assertThat(lastBar(result)).isEqualTo(LAST.minusDays(2));
        assertThat(notices)
                .singleElement()
                .satisfies(notice -> assertThat(notice)
                        .contains("the last row, of 2014-07-02, has a volume of ")
                        .endsWith("left out, so that the forecast is as of 2014-07-01"));
        assertThat(lastBar(stage.run(Pipeline.request("e", LAST.minusDays(1), null, Map.of()))))
                .isEqualTo(LAST.minusDays(1));
    }

    @Test
    void tooEarlyAndTooLateAreRefusedWithAWayOut() {
        assertThatExceptionOfType(InputRefused.class)
                .isThrownBy(() -> ingest(Pipeline.NOW, LocalDate.of(2013, 12, 31)))
                .withMessageContaining("no bar of a finished session on or before 2013-12-31")
                .withMessageContaining("--as-of");
        assertThatExceptionOfType(InputRefused.class)
                .isThrownBy(() -> ingest(Pipeline.NOW, LocalDate.of(2014, 7, 21)))
                .withMessageContaining("ends on 2014-07-03, 11 sessions before 2014-07-21");
        assertThat(ingest(Pipeline.NOW, LocalDate.of(2014, 7, 18)).asOf()).isEqualTo(LAST);
    }

    @Test
    void scheduledRunIsAboutItsSessionHoweverLateItStarts() {
        IngestStage stage = stage(Instant.parse("2014-07-10T12:00:00Z"));
        StageRequest request = scheduled("2014-07-02T22:30:00Z", null);
        assertThat(stage.nothingToDo(request)).isEmpty();
        StageResult result = stage.run(request);
        assertThat(result.asOf()).isEqualTo(LocalDate.of(2014, 7, 2));
        assertThat(lastBar(result)).isEqualTo(LocalDate.of(2014, 7, 2));
    }

    @Test
    void scheduledDayWithoutASessionHasNothingToDo() {
        IngestStage stage = stage(Pipeline.NOW);
        assertThat(stage.nothingToDo(scheduled("2014-07-04T22:30:00Z", null)))
                .contains("no session ended in the day before 2014-07-04T22:30:00Z: the last one, 2014-07-03, was due"
                        + " earlier");
        assertThat(stage.nothingToDo(scheduled("2014-07-04T22:30:00Z", LAST)))
                .as("a day that is asked for is done")
                .isEmpty();
        assertThat(stage.nothingToDo(Pipeline.request("e", null, null, Map.of())))
                .as("a run that a person starts is done")
                .isEmpty();
    }

    private static StageRequest scheduled(String time, @Nullable LocalDate asOf) {
        StageRequest plain = Pipeline.request("e", asOf, null, Map.of());
        return new StageRequest(
                plain.execution(),
                plain.symbol(),
                plain.asOf(),
                plain.source(),
                plain.refreshFrom(),
                plain.attempt(),
                plain.without(),
                plain.approval(),
                plain.checkpoints(),
                Instant.parse(time));
    }

    private StageResult ingest(Instant now, @Nullable LocalDate asOf) {
        return stage(now).run(Pipeline.request("e", asOf, null, Map.of()));
    }

    private IngestStage stage(Instant now) {
        Workshop workshop = new Workshop(store, Clock.fixed(now, ZoneOffset.UTC), Pipeline.HOST, notice -> {});
        return new IngestStage(workshop, new SyntheticBars(LAST), new NyseCalendar());
    }

    private LocalDate lastBar(StageResult result) {
        Checkpoints checkpoints = new Checkpoints(store, notice -> {});
        Checkpoint checkpoint = checkpoints.get(result.checkpoint());
        return RawTables.read(
                        checkpoints.read(checkpoint, RawTables.BARS),
                        checkpoints.read(checkpoint, RawTables.ACTIONS),
                        "")
                .bars()
                .getLast()
                .session();
    }
}
