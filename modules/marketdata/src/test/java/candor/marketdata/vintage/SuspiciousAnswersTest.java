package candor.marketdata.vintage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.forecasting.market.Symbol;
import candor.store.failure.InputRefused;
import candor.store.fixture.MemoryStore;
import candor.store.port.BarRequest;
import candor.store.port.BarSource;
import candor.store.port.Download;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are well formed and may still be wrong: nothing of them is taken without a word. */
final class SuspiciousAnswersTest {

    private static final Instant EVER = Instant.MAX;

    private final MemoryStore store = new MemoryStore();
    private final List<String> notices = new ArrayList<>();
    private final World yahoo = new World("yahoo", World.plain(200));

    @Test
    void aWindowWithoutTheSessionsThatAreHeldIsNotBelieved() {
        retrieve(yahoo, 100);
        for (int session = 91; session <= 100; session++) {
            yahoo.say(session, World.evening(yahoo.session(101)), World.evening(yahoo.session(102)), World.absent());
        }

        Retrieval after = retrieve(yahoo, 101);

        assertThat(yahoo.questions()).hasSize(3).last().isEqualTo(World.CALENDAR.firstDay());
        assertThat(notices.getFirst()).contains("of the last 10 sessions that are held the answer has 0");
        assertThat(after.bars()).isEqualTo(World.numbered(101));
    }

    /** The ticker belongs to another company now, which was not listed before. */
    @Test
    void anAnswerWithoutAnySessionThatIsHeldIsRefusedUntilItIsWanted() {
        retrieve(yahoo, 60);
        World stranger = new World(
                "yahoo",
                World.plain(200).subList(70, 200).stream()
                        .map(bar -> bar.withPrices(101, 101, 101, 101))
                        .toList());
        Instant now = World.evening(yahoo.session(90));

        assertThatExceptionOfType(InputRefused.class)
                .isThrownBy(() -> retrieve(stranger, now, false))
                .withMessageContaining("none of the 61 sessions that are held")
                .withMessageContaining("--refresh");
        assertThat(retrieve(stranger, now, true).bars())
                .hasSize(21)
                .extracting(RawBar::close)
                .containsOnly(101.0);
    }

    @Test
    void dividendsThatOnlyAdjustedClosesTellOfAreReported() {
        World silent = new World("yahoo", World.plain(200)) {
            @Override
            public Download download(Symbol symbol, LocalDate from, LocalDate to) {
                Download right = super.download(symbol, from, to);
                return new Download(
                        right.provider(),
                        right.instrument(),
                        right.bars().stream()
                                .map(bar -> bar.withActions(0, 0, 0))
                                .toList(),
                        from,
                        to,
                        List.of());
            }
        };

        retrieve(silent, 100);

        assertThat(notices)
                .singleElement()
                .asString()
                .startsWith(
                        "yahoo adjusts closes of STX for dividends or splits that it does not list, or lists differently")
                .contains(yahoo.session(24) + " adjusted for a factor of 0.99")
                .contains(yahoo.session(74).toString());
    }

    /** On the morning of an ex-date adjusted closes count the dividend of a session that is not over. */
    @ParameterizedTest
    @ValueSource(ints = {97, 98})
    void theMorningOfAnExDateAlarmsNobody(int heldBefore) {
        retrieve(yahoo, heldBefore);
        Instant morning = World.CALENDAR.open(yahoo.session(99)).orElseThrow().plusSeconds(1800);
        retrieve(yahoo, morning, false);
        retrieve(yahoo, morning, true);
        assertThat(retrieve(yahoo, 99).bars()).isEqualTo(World.numbered(99));
        assertThat(retrieve(yahoo, 100).bars()).isEqualTo(World.numbered(100));
        assertThat(notices).isEmpty();
    }

    @Test
    void anExDateThatIsPendingFirstAlarmsNobody() {
        yahoo.say(
                99,
                Instant.EPOCH,
                World.evening(yahoo.session(100)),
                bar -> Objects.requireNonNull(bar).withPrices(Double.NaN, Double.NaN, Double.NaN, Double.NaN));
        retrieve(yahoo, 98);
        retrieve(yahoo, 99);
        assertThat(retrieve(yahoo, 100).bars()).isEqualTo(World.numbered(100));
        assertThat(notices).isEmpty();
    }

    @Test
    void aRowOfZerosIsPending() {
        yahoo.say(
                100,
                Instant.EPOCH,
                World.evening(yahoo.session(101)),
                bar -> Objects.requireNonNull(bar).withPrices(0, 0, 0, 0));
        retrieve(yahoo, 100);
        int asked = yahoo.questions().size();
        retrieve(yahoo, 100);
        assertThat(yahoo.questions()).as("asked again").hasSizeGreaterThan(asked);
        assertThat(retrieve(yahoo, 101).bars()).isEqualTo(World.numbered(101));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1997-06-02T23:00:00Z", "2031-02-03T23:00:00Z"})
    void timesThatTheCalendarDoesNotKnowAreRefused(Instant now) {
        assertThatExceptionOfType(InputRefused.class)
                .isThrownBy(() -> retrieve(yahoo, now, false))
                .withMessageContaining("1998-01-01 to 2030-12-31");
    }

    /** Held up to a day that the clock has not reached yet: what is older is there, what is missing is asked for. */
    @Test
    void aClockThatIsSetBackHarmsNothing() {
        yahoo.say(20, Instant.EPOCH, EVER, World.absent());
        Retrieval later = retrieve(yahoo, 150);
        assertThat(retrieve(yahoo, 40)).isEqualTo(later);
        assertThat(retrieve(yahoo, 20).bars()).isEqualTo(later.bars());
    }

    private Retrieval retrieve(World world, int day) {
        return retrieve(world, World.evening(yahoo.session(day)), false);
    }

    private Retrieval retrieve(World world, Instant now, boolean afresh) {
        world.at(now);
        return new LiveBars(store, World.CALENDAR, Clock.fixed(now, ZoneOffset.UTC), BarSource.SETTLING, notices::add)
                .retrieve(new BarRequest(World.SYMBOL, "yahoo", null, afresh), List.of(world));
    }

    /** The provider says when trading began, and answers with the last part of it. */
    @Test
    void anAnswerThatBeginsLongAfterTheFirstTradeIsDoubtedForAWeek() {
        World cut = new World("yahoo", World.plain(200)) {
            @Override
            public Download download(Symbol symbol, LocalDate from, LocalDate to) {
                Download whole = super.download(symbol, from, to);
                return new Download(
                        whole.provider(),
                        whole.instrument(),
                        whole.bars().stream()
                                .filter(bar -> !bar.session().isBefore(session(50)))
                                .toList(),
                        from,
                        to,
                        List.of(),
                        session(0));
            }
        };
        retrieve(cut, 100);
        assertThat(notices)
                .singleElement()
                .asString()
                .startsWith("yahoo has bars of STX from " + cut.session(50) + " on, but states a first trade on "
                        + cut.session(0));

        retrieve(cut, 101);
        assertThat(cut.questions()).last().isEqualTo(World.CALENDAR.firstDay());
        retrieve(cut, 106);
        retrieve(cut, 107);
        assertThat(cut.questions()).as("believed after a week").last().isNotEqualTo(World.CALENDAR.firstDay());
    }

    @Test
    void anAnswerThatIsWholeOnTheNextDayHeals() {
        World cut = new World("yahoo", World.plain(200)) {
            @Override
            public Download download(Symbol symbol, LocalDate from, LocalDate to) {
                Download whole = super.download(symbol, from, to);
                return new Download(
                        whole.provider(),
                        whole.instrument(),
                        whole.bars().stream()
                                .filter(bar ->
                                        questions().size() > 1 || !bar.session().isBefore(session(50)))
                                .toList(),
                        from,
                        to,
                        List.of(),
                        session(0));
            }
        };
        retrieve(cut, 100);

        assertThat(retrieve(cut, 101).bars()).isEqualTo(World.numbered(101));
    }
}
