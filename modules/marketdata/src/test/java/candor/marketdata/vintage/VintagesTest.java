package candor.marketdata.vintage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.forecasting.market.Symbol;
import candor.store.failure.StoreUnavailable;
import candor.store.fixture.FaultyStore;
import candor.store.fixture.FaultyStore.Fault;
import candor.store.fixture.Golden;
import candor.store.fixture.MemoryStore;
import candor.store.port.BarRequest;
import candor.store.port.BarSource;
import candor.store.port.Download;
import candor.store.port.ObjectStore;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import candor.store.run.Seal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VintagesTest {

    private static final String FOLDER = "vintages/STX/yahoo/";

    private final MemoryStore store = new MemoryStore();
    private final List<String> notices = new ArrayList<>();
    private final World world = new World("yahoo", World.plain(40));

    @Test
    void everyAnswerIsKeptAsItWas() {
        retrieve(store, 20);
        byte[] first = store.bytes(FOLDER + "000001/whole.csv");
        world.say(18, World.evening(world.session(21)), World.evening(world.session(40 - 1)), World.closing(3));
        retrieve(store, 21);

        assertThat(store.list("vintages/"))
                .containsExactly(
                        FOLDER + "000001/vintage.json",
                        FOLDER + "000001/whole.csv",
                        FOLDER + "000002/vintage.json",
                        FOLDER + "000002/whole.csv");
        assertThat(store.bytes(FOLDER + "000001/whole.csv")).isEqualTo(first);
    }

    /** The stored form, held against files that never change. */
    @Test
    void storedFormIsTheReleasedOne() {
        retrieve(store, 3);
        retrieve(store, 4);
        assertThat(store.bytes(FOLDER + "000001/vintage.json")).isEqualTo(Golden.bytes(2, "vintage-whole.json"));
        assertThat(store.bytes(FOLDER + "000001/whole.csv")).isEqualTo(Golden.bytes("vintage-whole.csv"));
        assertThat(store.bytes(FOLDER + "000002/vintage.json")).isEqualTo(Golden.bytes(2, "vintage-window.json"));
        assertThat(store.bytes(FOLDER + "000002/window.csv")).isEqualTo(Golden.bytes("vintage-window.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"000001/whole.csv", "000001/vintage.json", "000002/window.csv", "000002/vintage.json"})
    void aDamagedVintageIsReportedAndEverythingRetrievedAgain(String damaged) {
        retrieve(store, 20);
        List<RawBar> expected = retrieve(store, 21).bars();
        store.damage(FOLDER + damaged, "nonsense".getBytes(UTF_8));

        assertThat(retrieve(store, 21).bars()).isEqualTo(expected);
        assertThat(notices)
                .anySatisfy(notice ->
                        assertThat(notice).contains(FOLDER + damaged).contains("everything is retrieved again"));
        assertThat(world.questions().getLast()).isEqualTo(World.CALENDAR.firstDay());

        notices.clear();
        int questions = world.questions().size();
        assertThat(retrieve(store, 21).bars()).as("healed").isEqualTo(expected);
        assertThat(notices).isEmpty();
        assertThat(world.questions()).hasSize(questions);
    }

    /** A document that was copied to where it does not belong, or that a later version wrote. */
    @ParameterizedTest
    @ValueSource(strings = {"\"symbol\": \"WDC\"", "\"schema\": \"candor/vintage/3\"", "\"number\": 7"})
    void aVintageOfSomethingElseIsNotRead(String other) {
        retrieve(store, 20);
        List<RawBar> expected = retrieve(store, 21).bars();
        String field = other.substring(0, other.indexOf(':'));
        byte[] unsealed = Seal.off(store.bytes(FOLDER + "000002/vintage.json")).orElseThrow();
        String document = new String(unsealed, UTF_8);
        store.damage(
                FOLDER + "000002/vintage.json",
                Seal.on(document.replaceFirst(field + ": [^,]+", other).getBytes(UTF_8)));

        assertThat(retrieve(store, 21).bars()).isEqualTo(expected);
        assertThat(notices).anySatisfy(notice -> assertThat(notice).contains("not what belongs there"));
    }

    /** One bit turned a day of the answer into another one, and nothing noticed it. */
    @Test
    void everyTurnedBitOfTheDocumentIsReported() {
        retrieve(store, 20);
        String key = FOLDER + "000001/vintage.json";
        byte[] right = store.bytes(key);
        for (int bit = 0; bit < right.length * 8; bit++) {
            byte[] turned = right.clone();
            turned[bit / 8] ^= (byte) (1 << (bit % 8));
            store.damage(key, turned);
            notices.clear();
            assertThat(new Vintages(store, notices::add).all(World.SYMBOL, "yahoo"))
                    .as("bit %d", bit)
                    .isEmpty();
            assertThat(notices).hasSize(1);
        }
    }

    /** The first form, which bore no digest of itself, is read as what it is today. */
    @Test
    void theFirstFormIsRead() {
        retrieve(store, 3);
        retrieve(store, 4);
        List<Vintage> today = new Vintages(store, notices::add).all(World.SYMBOL, "yahoo");
        store.damage(FOLDER + "000001/vintage.json", Golden.bytes("vintage-whole.json"));
        store.damage(FOLDER + "000002/vintage.json", Golden.bytes("vintage-window.json"));

        assertThat(new Vintages(store, notices::add).all(World.SYMBOL, "yahoo")).isEqualTo(today);
        assertThat(retrieve(store, 5).bars()).isNotEmpty();
        assertThat(notices).isEmpty();
    }

    @Test
    void aLostVintageIsRetrievedAgain() {
        retrieve(store, 20);
        List<RawBar> expected = retrieve(store, 21).bars();
        store.lose(FOLDER + "000001/whole.csv");
        store.lose(FOLDER + "000001/vintage.json");

        assertThat(retrieve(store, 21).bars()).isEqualTo(expected);
    }

    @Test
    void aRetrievalThatIsCutOffLeavesNothingThatIsRead() {
        FaultyStore faulty = new FaultyStore(store).then(Fault.THROTTLED, "vintage.json");
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> retrieve(faulty, 20));
        assertThat(store.list("vintages/")).containsExactly(FOLDER + "000001/whole.csv");
        assertThat(new Vintages(store, notices::add).all(World.SYMBOL, "yahoo")).isEmpty();

        assertThat(retrieve(store, 20).bars()).hasSize(21);
        assertThat(new Vintages(store, notices::add).all(World.SYMBOL, "yahoo"))
                .extracting(Vintage::number)
                .containsExactly(2);
        assertThat(new Vintages(store, notices::add).providers(World.SYMBOL)).containsExactly("yahoo");
    }

    /** The answer to a write gets lost: asked again, the stage finds what it wrote, or writes under the next number. */
    @ParameterizedTest
    @ValueSource(strings = {"whole.csv", "vintage.json"})
    void aLostAnswerToAWriteLosesNothing(String ending) {
        FaultyStore faulty = new FaultyStore(store).then(Fault.RESPONSE_LOST, ending);
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> retrieve(faulty, 20));

        assertThat(retrieve(store, 20).bars()).hasSize(21);
        assertThat(new Vintages(store, notices::add).all(World.SYMBOL, "yahoo")).hasSize(1);
    }

    @Test
    void twoAtOnceKeepBothAnswers() {
        retrieve(store, 20);
        ObjectStore slower = new Overtaken(store, () -> retrieve(store, 21));
        assertThat(retrieve(slower, 21).bars()).hasSize(22);
        assertThat(retrieve(store, 21).bars()).hasSize(22);
        assertThat(new Vintages(store, notices::add).all(World.SYMBOL, "yahoo"))
                .extracting(Vintage::number)
                .containsExactly(1, 2, 3);
    }

    /** While one run asks for everything and gets an answer without the last session, another one stores that session. */
    @Test
    void aWholeAnswerLosesNothingThatAnotherRunStoredMeanwhile() {
        retrieve(store, 20);
        World slow = new World("yahoo", World.plain(40)) {
            @Override
            public Download download(Symbol symbol, LocalDate from, LocalDate to) {
                retrieve(store, 21);
                return super.download(symbol, from, to);
            }
        };
        slow.say(21, Instant.EPOCH, Instant.MAX, World.absent());
        slow.at(World.evening(slow.session(21)));
        Retrieval both = live(store, slow).retrieve(new BarRequest(World.SYMBOL, "yahoo", null, true), List.of(slow));

        assertThat(both.bars()).hasSize(22);
        assertThat(retrieve(store, 21).bars()).hasSize(22);
    }

    private LiveBars live(ObjectStore where, World asked) {
        return new LiveBars(
                where, World.CALENDAR, Clock.fixed(asked.now(), ZoneOffset.UTC), BarSource.SETTLING, notices::add);
    }

    private Retrieval retrieve(ObjectStore where, int day) {
        world.at(World.evening(world.session(day)));
        return live(where, world).retrieve(new BarRequest(World.SYMBOL, "yahoo", null, false), List.of(world));
    }
}
