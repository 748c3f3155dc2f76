package candor.marketdata.vintage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.store.failure.InputRefused;
import candor.store.failure.ProviderUnavailable;
import candor.store.failure.SourceMissing;
import candor.store.fixture.MemoryStore;
import candor.store.port.BarProvider;
import candor.store.port.BarRequest;
import candor.store.port.BarSource;
import candor.store.port.Download;
import candor.store.port.Instrument;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LiveBarsTest {

    private static final Instant EVER = Instant.MAX;

    private final MemoryStore store = new MemoryStore();
    private final List<String> notices = new ArrayList<>();
    private final World yahoo = new World("yahoo", World.plain(200));

    @Test
    void firstQuestionIsForEverythingTheNextForTheLastTenSessionsAndWhatIsNew() {
        assertThat(retrieve(100).bars()).hasSize(101);
        assertThat(retrieve(101).bars()).hasSize(102);
        assertThat(retrieve(104).bars()).hasSize(105);

        assertThat(yahoo.questions()).containsExactly(World.CALENDAR.firstDay(), yahoo.session(91), yahoo.session(92));
        assertThat(notices).isEmpty();
        assertThat(vintages())
                .extracting(Vintage::scope)
                .containsExactly(Vintage.Scope.WHOLE, Vintage.Scope.WINDOW, Vintage.Scope.WINDOW);
    }

    @Test
    void whatIsHeldIsNotAskedForAgain() {
        Retrieval first = retrieve(100);

        assertThat(retrieve(100)).isEqualTo(first);
        assertThat(retrieve(100, yahoo.session(50)).bars()).isEqualTo(first.bars());
        assertThat(retrieve(100, LocalDate.of(2024, 1, 6)).bars())
                .as("a Saturday needs the Friday before")
                .isEqualTo(first.bars());
        assertThat(yahoo.questions()).hasSize(1);
    }

    @Test
    void theBarOfASessionThatIsNotSettledIsNotTaken() {
        Instant close = World.CALENDAR.close(yahoo.session(100)).orElseThrow();

        assertThat(lastSession(at(close.minusSeconds(3600), null, false))).isEqualTo(yahoo.session(99));
        assertThat(lastSession(at(close.plus(BarSource.SETTLING).minusSeconds(1), null, false)))
                .isEqualTo(yahoo.session(99));
        assertThat(at(close.plus(BarSource.SETTLING), null, false)
                        .bars()
                        .getLast()
                        .close())
                .isEqualTo(World.plain(101).getLast().close());
    }

    @Test
    void aPendingSessionIsAskedForAgain() {
        yahoo.say(98, Instant.EPOCH, World.evening(yahoo.session(130)), World.empty());
        yahoo.say(100, Instant.EPOCH, World.evening(yahoo.session(101)), World.absent());

        assertThat(lastSession(retrieve(100))).isEqualTo(yahoo.session(99));
        assertThat(retrieve(101).bars()).extracting(RawBar::session).contains(yahoo.session(100));
        for (int day = 102; day <= 130; day++) {
            retrieve(day);
        }

        assertThat(yahoo.questions().getLast())
                .as("it reaches back to the session that is pending for 32 sessions")
                .isEqualTo(yahoo.session(98));
        assertThat(retrieve(130).bars().get(98)).isEqualTo(expected(130).get(98));
    }

    @Test
    void aRestatedCloseIsReportedAndAnsweredByAskingForEverything() {
        retrieve(100);
        yahoo.say(97, World.evening(yahoo.session(101)), EVER, World.closing(90));
        yahoo.say(3, World.evening(yahoo.session(101)), EVER, World.closing(91));

        Retrieval restated = retrieve(101);

        assertThat(restated.bars().get(97).close()).isEqualTo(90);
        assertThat(restated.bars().get(3).close()).as("far before the overlap").isEqualTo(91);
        assertThat(notices)
                .singleElement()
                .asString()
                .startsWith("yahoo restated STX, everything is retrieved again: " + yahoo.session(97)
                        + " close 90.0, was 106.5 (vintage 1)");
        assertThat(vintages().getLast().findings())
                .contains(yahoo.session(97) + " close 90.0, was 106.5 (vintage 1)")
                .contains(yahoo.session(3) + " close 91.0, was 103.5 (vintage 1)");
    }

    /** Of the last twelve sessions the 99th has a dividend: all adjusted closes before it change, no other number does. */
    @Test
    void aLaterDividendIsRecognisedAndAlarmsNobody() {
        retrieve(98);
        Retrieval after = retrieve(99);

        assertThat(after.bars().get(99).dividend()).isEqualTo(0.5);
        assertThat(notices).isEmpty();
        assertThat(yahoo.questions()).hasSize(2).last().isEqualTo(yahoo.session(89));
        assertThat(vintages().getLast().findings())
                .singleElement()
                .asString()
                .matches("adjusted closes restated by 0\\.99\\d+, as the dividends and splits since ask for");
    }

    @Test
    void adjustedClosesThatChangeForNoReasonAreReportedWithTheirRows() {
        World other = new World(
                "yahoo",
                World.plain(200).stream()
                        .map(bar -> bar.session().equals(yahoo.session(40)) ? bar.withActions(7, 0, 0) : bar)
                        .toList());
        retrieve(100);
        other.at(World.evening(yahoo.session(101)));
        live(other).retrieve(new BarRequest(World.SYMBOL, "yahoo", null, false), List.of(other));
        assertThat(notices)
                .as("a dividend long ago changes no adjusted close since")
                .isEmpty();

        World wrong = new World("yahoo", World.plain(200)) {
            @Override
            public Download download(candor.forecasting.market.Symbol symbol, LocalDate from, LocalDate to) {
                Download right = super.download(symbol, from, to);
                return new Download(
                        right.provider(),
                        right.instrument(),
                        right.bars().stream()
                                .map(bar -> bar.withAdjustedClose(bar.adjustedClose() * 0.9))
                                .toList(),
                        from,
                        to,
                        List.of());
            }
        };
        wrong.at(World.evening(yahoo.session(102)));
        live(wrong).retrieve(new BarRequest(World.SYMBOL, "yahoo", null, false), List.of(wrong));
        assertThat(notices)
                .singleElement()
                .asString()
                .contains("adjusted closes should have changed by 1.0")
                .contains(yahoo.session(92) + " adjusted close");
        assertThat(wrong.questions()).hasSize(2).last().isEqualTo(World.CALENDAR.firstDay());
    }

    @Test
    void aSplitRestatesNothingThatIsHeldAsTraded() {
        World split = new World(
                "yahoo",
                World.plain(200).stream()
                        .map(bar -> bar.session().equals(yahoo.session(101)) ? bar.withActions(0, 4, 0) : bar)
                        .toList());
        for (int day : new int[] {100, 101}) {
            split.at(World.evening(yahoo.session(day)));
            live(split).retrieve(new BarRequest(World.SYMBOL, "yahoo", null, false), List.of(split));
        }
        assertThat(notices).isEmpty();
        assertThat(split.questions()).hasSize(2);
        assertThat(vintages().getLast().findings()).singleElement().asString().contains("restated by 0.25");
    }

    @Test
    void aBarThatTheProviderTakesBackStays() {
        retrieve(100);
        yahoo.say(50, World.evening(yahoo.session(101)), EVER, World.absent());
        yahoo.say(97, World.evening(yahoo.session(101)), World.evening(yahoo.session(102)), World.empty());

        assertThat(retrieve(101).bars()).hasSize(102);
        assertThat(notices).as("a window says so in its vintage only").isEmpty();
        assertThat(vintages().getLast().findings())
                .contains(yahoo.session(97) + " has no bar any more; that of vintage 1 stays");
        assertThat(at(World.evening(yahoo.session(101)), null, true).bars()).hasSize(102);
        assertThat(notices)
                .containsExactly("yahoo no longer has 2 sessions of STX that it had, from " + yahoo.session(50)
                        + " on; they are kept");
        assertThat(retrieve(102).bars()).hasSize(103);
        assertThat(yahoo.questions().getLast()).isEqualTo(World.CALENDAR.firstDay());
    }

    @Test
    void aWholeAnswerThatLacksAPartIsConfirmedBeforeItIsBelieved() {
        for (int hole = 10; hole < 20; hole++) {
            yahoo.say(hole, Instant.EPOCH, World.evening(yahoo.session(101)), World.absent());
        }
        yahoo.say(5, Instant.EPOCH, EVER, World.absent());

        assertThat(retrieve(100).bars()).hasSize(90);
        assertThat(retrieve(101).bars()).hasSize(101);
        assertThat(retrieve(102).bars()).as("a hole that stays").hasSize(102);
        assertThat(retrieve(107).bars()).as("still, after a week").hasSize(107);
        assertThat(retrieve(108).bars()).hasSize(108);
        assertThat(yahoo.questions())
                .extracting(World.CALENDAR.firstDay()::equals)
                .containsExactly(true, true, true, true, false);
    }

    @Test
    void everythingIsAskedForAgainAfterNinetyDays() {
        retrieve(100);
        yahoo.say(3, Instant.EPOCH, EVER, World.closing(91));
        retrieve(150);
        assertThat(yahoo.questions()).hasSize(2).last().isNotEqualTo(World.CALENDAR.firstDay());
        assertThat(notices).as("no window can see it").isEmpty();
        assertThat(retrieve(170).bars().get(3).close()).isEqualTo(91);
        assertThat(notices)
                .containsExactly("yahoo restated STX: " + yahoo.session(3) + " close 91.0, was 103.5 (vintage 1)");
        assertThat(yahoo.questions().getLast()).isEqualTo(World.CALENDAR.firstDay());
    }

    @Test
    void anotherShareUnderTheSameTickerReplacesAll() {
        retrieve(100);
        World stranger = new World(
                "yahoo",
                World.plain(200).subList(60, 200).stream()
                        .map(bar -> bar.withPrices(5, 5, 5, 5))
                        .toList());
        stranger.at(World.evening(yahoo.session(101)));

        Retrieval after =
                live(stranger).retrieve(new BarRequest(World.SYMBOL, "yahoo", null, false), List.of(stranger));

        assertThat(after.bars()).hasSize(42).extracting(RawBar::close).containsOnly(5.0);
    }

    @Test
    void whatIsHeldServesWhenNobodyAnswersAndNothingNewerIsNeeded() {
        Retrieval held = retrieve(100);
        yahoo.fail(new ProviderUnavailable("down"));

        assertThat(retrieve(103, yahoo.session(80))).isEqualTo(held);
        assertThatExceptionOfType(ProviderUnavailable.class).isThrownBy(() -> retrieve(103));
    }

    @Test
    void aProviderWithoutAnyBarKnowsNothing() {
        World nothing = new World("yahoo", List.of());
        nothing.at(World.evening(yahoo.session(100)));
        assertThatExceptionOfType(SourceMissing.class)
                .isThrownBy(() ->
                        live(nothing).retrieve(new BarRequest(World.SYMBOL, "yahoo", null, false), List.of(nothing)))
                .withMessageContaining("yahoo knows STX, but has no bar of a finished session");
        assertThat(store.list("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "USD, CCC, UTC, CRYPTOCURRENCY, type 'CRYPTOCURRENCY' instead of EQUITY",
                "GBp, LSE, Europe/London, EQUITY, currency 'GBp' instead of USD",
                "USD, LSE, Europe/London, EQUITY, time zone 'Europe/London' instead of America/New_York",
                "USD, NIM, America/New_York, INDEX, type 'INDEX' instead of EQUITY"
            })
    void somethingElseThanAShareInNewYorkIsRefused(
            @Nullable String currency, String exchange, String zone, String type, String words) {
        BarProvider provider = answering(new Instrument(currency, exchange, zone, type, "Stacks"));
        assertThatExceptionOfType(InputRefused.class)
                .isThrownBy(
                        () -> live(yahoo).retrieve(new BarRequest(World.SYMBOL, "x", null, false), List.of(provider)))
                .withMessageContaining("x answers for STX with something else than a US share: " + words)
                .withMessageContaining("(Stacks, exchange " + exchange + "); check the symbol");
    }

    @Test
    void whatAProviderDoesNotSayIsNotHeldAgainstIt() {
        BarProvider provider = answering(new Instrument(null, null, null, null, null));
        assertThat(live(yahoo)
                        .retrieve(new BarRequest(World.SYMBOL, "x", null, false), List.of(provider))
                        .bars())
                .isNotEmpty();
    }

    private BarProvider answering(Instrument instrument) {
        yahoo.at(World.evening(yahoo.session(100)));
        return new BarProvider() {
            @Override
            public String name() {
                return "x";
            }

            @Override
            public Download download(candor.forecasting.market.Symbol symbol, LocalDate from, LocalDate to) {
                return new Download(
                        "x", instrument, yahoo.download(symbol, from, to).bars(), from, to, List.of());
            }
        };
    }

    private Retrieval retrieve(int day) {
        return at(World.evening(yahoo.session(day)), null, false);
    }

    private Retrieval retrieve(int day, LocalDate asOf) {
        return at(World.evening(yahoo.session(day)), asOf, false);
    }

    private Retrieval at(Instant now, @Nullable LocalDate asOf, boolean afresh) {
        yahoo.at(now);
        return live(yahoo).retrieve(new BarRequest(World.SYMBOL, "yahoo", asOf, afresh), List.of(yahoo));
    }

    private LiveBars live(World world) {
        return new LiveBars(
                store, World.CALENDAR, Clock.fixed(world.now(), ZoneOffset.UTC), Duration.ofHours(2), notices::add);
    }

    private List<Vintage> vintages() {
        return new Vintages(store, notices::add).all(World.SYMBOL, "yahoo");
    }

    private static List<RawBar> expected(int day) {
        return World.numbered(day);
    }

    private static LocalDate lastSession(Retrieval retrieval) {
        return retrieval.bars().getLast().session();
    }
}
