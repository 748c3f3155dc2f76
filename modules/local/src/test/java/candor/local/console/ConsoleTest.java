package candor.local.console;

import candor.forecasting.calendar.NyseCalendar;
import candor.store.fixture.MemoryStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A console on a free port of loopback, with an empty store and no runs to begin with. */
abstract class ConsoleTest {

    static final LocalDate FRIDAY = LocalDate.parse("2026-04-24");

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-24T22:45:00Z"), ZoneOffset.UTC);

    final MemoryStore store = new MemoryStore();
    final SampleRuns runs = new SampleRuns();
    final List<String> faults = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init") // Set before each test.
    ConsoleServer server;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    Visitor visitor;

    @BeforeEach
    void open() {
        Console console = new Console(store, runs, new NyseCalendar(), CLOCK, ZoneId.of("America/New_York"));
        server = ConsoleServer.open(ConsoleSettings.onLoopback(0), console, faults::add);
        visitor = new Visitor(server.address());
    }

    @AfterEach
    void close() {
        visitor.close();
        server.close();
    }
}
