package candor.function.predict;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.calendar.NyseCalendar;
import candor.pipeline.api.ReportLinks;
import candor.pipeline.failure.StoreUnavailable;
import candor.pipeline.fixture.MemoryStore;
import candor.pipeline.fixture.Pipeline;
import candor.pipeline.fixture.SyntheticBars;
import candor.pipeline.json.Json;
import candor.pipeline.port.ObjectStore;
import candor.pipeline.port.PutOutcome;
import candor.pipeline.port.StoredObject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.crac.Context;
import org.crac.Resource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What SnapStart's hook does: whole requests, by the handler's own path, that leave nothing behind. */
class PrimingTest {

    private static final Context<Resource> CONTEXT = new NoContext();
    private static final MemoryStore DONE = new MemoryStore();

    private final List<String> notices = new ArrayList<>();

    @BeforeAll
    static void run() {
        new Pipeline(DONE, new SyntheticBars(LocalDate.of(2018, 3, 1))).run("first", null);
    }

    @Test
    void theHookReadsAllThatAPredictionReadsAndWritesNothing() {
        Reads primed = new Reads(DONE);
        handler(primed).beforeCheckpoint(CONTEXT);

        assertThat(notices).isEmpty();
        assertThat(primed.keys).anyMatch(key -> key.equals("latest/SYNTH"));
        for (String read : List.of("forecast.json", "model.json", "calibration.json", "promotion.json", "clean.csv")) {
            assertThat(primed.keys).as(read).anyMatch(key -> key.endsWith("/" + read));
        }
        Reads asked = new Reads(DONE);
        byte[] answer =
                handler(asked).answer("{\"httpMethod\":\"GET\",\"path\":\"/v1/forecasts/SYNTH\"}".getBytes(UTF_8));
        assertThat(Json.readTree(answer).path("statusCode").intValue()).isEqualTo(200);
        assertThat(primed.keys).as("what a request reads").containsAll(asked.keys);
    }

    @Test
    void anEmptyStoreIsNoReasonToFail() {
        handler(new MemoryStore()).beforeCheckpoint(CONTEXT);

        assertThat(notices).containsExactly("primed without a forecast: there is none yet");
    }

    @Test
    void aSilentStoreIsNoReasonToFail() {
        handler(new SilentStore()).beforeCheckpoint(CONTEXT);

        assertThat(notices)
                .anyMatch(notice -> notice.equals("primed GET /v1/symbols with status 503"))
                .anyMatch(notice -> notice.startsWith("priming was cut short: "));
    }

    private PredictHandler handler(ObjectStore store) {
        return new PredictHandler(
                store,
                new NyseCalendar(),
                Clock.fixed(Pipeline.NOW, ZoneOffset.UTC),
                (symbol, file) -> new ReportLinks.Link("/" + file.key(), null),
                notices::add);
    }

    /** A store that notes what is read, and bears no writing. */
    private static final class Reads implements ObjectStore {

        private final ObjectStore store;
        private final Set<String> keys = new TreeSet<>();

        Reads(ObjectStore store) {
            this.store = store;
        }

        @Override
        public Optional<StoredObject> find(String key) {
            keys.add(key);
            return store.find(key);
        }

        @Override
        public PutOutcome putIfAbsent(String key, byte[] bytes, String mediaType) {
            throw new AssertionError("writes " + key);
        }

        @Override
        public PutOutcome putIfMatch(String key, byte[] bytes, String mediaType, String entityTag) {
            throw new AssertionError("writes " + key);
        }

        @Override
        public List<String> list(String prefix) {
            return store.list(prefix);
        }
    }

    private static final class SilentStore implements ObjectStore {

        @Override
        public Optional<StoredObject> find(String key) {
            throw unavailable();
        }

        @Override
        public PutOutcome putIfAbsent(String key, byte[] bytes, String mediaType) {
            throw unavailable();
        }

        @Override
        public PutOutcome putIfMatch(String key, byte[] bytes, String mediaType, String entityTag) {
            throw unavailable();
        }

        @Override
        public List<String> list(String prefix) {
            throw unavailable();
        }

        private static StoreUnavailable unavailable() {
            return new StoreUnavailable("the store does not answer");
        }
    }

    private static final class NoContext extends Context<Resource> {

        @Override
        public void beforeCheckpoint(Context<? extends Resource> context) {}

        @Override
        public void afterRestore(Context<? extends Resource> context) {}

        @Override
        public void register(Resource resource) {}
    }
}
