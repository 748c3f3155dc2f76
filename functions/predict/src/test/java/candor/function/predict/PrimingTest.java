package candor.function.predict;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.calendar.NyseCalendar;
import candor.pipeline.fixture.Pipeline;
import candor.pipeline.fixture.SyntheticBars;
import candor.pipeline.report.ReportLinks;
import candor.store.failure.StoreUnavailable;
import candor.store.fixture.MemoryStore;
import candor.store.json.Json;
import candor.store.port.ObjectStore;
import candor.store.port.PutOutcome;
import candor.store.port.StoredObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.crac.Context;
import org.crac.Resource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What SnapStart's hook does: whole requests, by the handler's own path, that leave nothing behind. */
class PrimingTest {

    private static final Context<Resource> CONTEXT = new NoContext();
    private static final MemoryStore DONE = new MemoryStore();

    private static final String WRITE = "candor.priming.write";

    private final List<String> notices = new ArrayList<>();
    private final List<String> linked = new ArrayList<>();

    @BeforeAll
    static void run() {
        new Pipeline(DONE, new SyntheticBars(LocalDate.of(2018, 3, 1))).run("first", null);
    }

    @Test
    void everyPathIsWalkedAndNothingIsWritten() {
        Reads primed = new Reads(DONE);
        handler(primed).beforeCheckpoint(CONTEXT);

        assertThat(notices).isEmpty();
        assertThat(primed.keys).anyMatch(key -> key.equals("latest/SYNTH"));
        for (String path : List.of(
                "/v1/forecasts/SYNTH",
                "/v1/forecasts/SYNTH/chart.svg",
                "/v1/reports/SYNTH",
                "/v1/symbols",
                "/v1/health")) {
            Reads asked = new Reads(DONE);
            byte[] answer =
                    handler(asked).answer(("{\"httpMethod\":\"GET\",\"path\":\"" + path + "\"}").getBytes(UTF_8));
            assertThat(Json.readTree(answer).path("statusCode").intValue())
                    .as(path)
                    .isEqualTo(200);
            assertThat(primed.keys).as("what %s reads", path).containsAll(asked.keys);
        }
        for (String read : List.of("model.json", "calibration.json", "promotion.json", "clean.csv", "adjusted.csv")) {
            assertThat(primed.keys).as("a prediction's %s", read).anyMatch(key -> key.endsWith("/" + read));
        }
        assertThat(linked).as("the maker of links is walked too").contains("report.html", "summary.pdf");
    }

    /** The first deployment is before the first run: what the function brings along must be readable by its own code. */
    @Test
    void anEmptyStoreIsPrimedWithWhatTheFunctionBrings() {
        if (System.getProperty(WRITE) != null) {
            write();
        }
        Reads empty = new Reads(new MemoryStore());
        handler(empty).beforeCheckpoint(CONTEXT);

        assertThat(notices)
                .as("where a format has changed, make functions/predict/src/main/resources/.../priming.zip anew with"
                        + " mvn test -pl functions/predict -am -Dtest=PrimingTest -Dsurefire.failIfNoSpecifiedTests=false"
                        + " -Dcandor.priming.write=true, twice")
                .containsExactly("primed with a synthetic stock: there is no forecast yet");
        assertThat(empty.keys).as("the bucket's client is walked, too").contains("latest/SYNTH");
        assertThat(linked).contains("report.html", "summary.pdf");
    }

    /** The objects that priming reads of a whole run, and no other, one entry each, without times. */
    private void write() {
        Reads needed = new Reads(DONE);
        handler(needed).beforeCheckpoint(CONTEXT);
        notices.clear();
        linked.clear();
        Path file = Path.of("src/main/resources/candor/function/predict/priming.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String key : needed.keys) {
                Optional<StoredObject> found = DONE.find(key);
                if (found.isPresent()) {
                    ZipEntry entry = new ZipEntry(key);
                    entry.setTimeLocal(LocalDateTime.of(2018, 3, 1, 0, 0));
                    zip.putNextEntry(entry);
                    zip.write(found.get().bytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aSilentStoreIsNoReasonToFail() {
        handler(new SilentStore()).beforeCheckpoint(CONTEXT);

        assertThat(notices).hasSize(1).allMatch(notice -> notice.startsWith("priming was cut short: "));
    }

    private PredictHandler handler(ObjectStore store) {
        return new PredictHandler(
                store,
                new NyseCalendar(),
                Clock.fixed(Pipeline.NOW, ZoneOffset.UTC),
                (symbol, file) -> {
                    linked.add(file.name());
                    return new ReportLinks.Link("/" + file.key(), null);
                },
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
