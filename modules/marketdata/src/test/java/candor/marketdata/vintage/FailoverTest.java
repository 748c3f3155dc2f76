package candor.marketdata.vintage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import candor.store.failure.ProviderUnavailable;
import candor.store.failure.RateLimited;
import candor.store.failure.RequestRefused;
import candor.store.failure.SourceMissing;
import candor.store.fixture.MemoryStore;
import candor.store.port.BarOrigin;
import candor.store.port.BarRequest;
import candor.store.port.BarSource;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several providers: who is asked, whose bars are taken, and whose failure is told. */
final class FailoverTest {

    private static final Instant EVER = Instant.MAX;

    private final MemoryStore store = new MemoryStore();
    private final List<String> notices = new ArrayList<>();
    private final World yahoo = new World("yahoo", World.plain(200));

    @Test
    void aSecondProviderStandsInAndGivesWay() {
        World tiingo = new World(
                "tiingo",
                World.plain(200).stream()
                        .map(bar -> bar.withVolume(bar.volume() + 7))
                        .toList());
        both(new World("tiingo", World.plain(200)), 100);
        yahoo.fail(new RateLimited("yahoo says no", 60));

        Retrieval.OfProviders standIn = both(tiingo, 101);
        assertThat(standIn.origins())
                .hasSize(102)
                .extracting(BarOrigin::provider, BarOrigin::vintage)
                .endsWith(tuple("yahoo", 1), tuple("tiingo", 1));
        assertThat(standIn.source()).isEqualTo("tiingo+yahoo");
        assertThat(notices).containsExactly("yahoo says no; retryAfterSeconds=60");

        yahoo.fail(null);
        Retrieval.OfProviders back = both(tiingo, 102);
        assertThat(back.bars()).isEqualTo(expected(102));
        assertThat(back.source()).isEqualTo("yahoo");
        assertThat(tiingo.questions()).hasSize(1);
    }

    @Test
    void aSecondProviderIsAskedForASessionThatTheFirstDoesNotHaveYet() {
        World tiingo = new World("tiingo", World.plain(200));
        yahoo.say(100, Instant.EPOCH, EVER, World.empty());

        Retrieval.OfProviders retrieval = both(tiingo, 100);

        assertThat(retrieval.origins().getLast().provider()).isEqualTo("tiingo");
        assertThat(retrieval.bars()).isEqualTo(expected(100));
    }

    @Test
    void ofSeveralFailuresTheOneThatMayPassIsTold() {
        World tiingo = new World("tiingo", List.of());
        yahoo.fail(new SourceMissing("yahoo knows no STX"));
        tiingo.fail(new ProviderUnavailable("tiingo is down"));
        assertThatExceptionOfType(ProviderUnavailable.class).isThrownBy(() -> both(tiingo, 100));

        tiingo.fail(new RateLimited("tiingo is full", 5));
        assertThatExceptionOfType(RateLimited.class).isThrownBy(() -> both(tiingo, 100));

        tiingo.fail(new SourceMissing("tiingo knows no STX"));
        assertThatExceptionOfType(SourceMissing.class)
                .isThrownBy(() -> both(tiingo, 100))
                .withMessage("yahoo knows no STX");
        assertThat(store.list("")).isEmpty();
    }

    /** A stand-in reaches back further than the first provider, and has a session that the first lacks for good. */
    @Test
    void anOutageOfOneEveningChangesNoEarlierBar() {
        World younger = new World("yahoo", World.plain(200).subList(20, 200));
        younger.say(30, Instant.EPOCH, EVER, World.absent());
        World tiingo = new World("tiingo", World.plain(200));
        both(younger, tiingo, 100);
        younger.fail(new ProviderUnavailable("down"));
        assertThat(both(younger, tiingo, 101).origins())
                .last()
                .extracting(BarOrigin::provider)
                .isEqualTo("tiingo");
        younger.fail(null);

        Retrieval.OfProviders after = both(younger, tiingo, 102);
        Retrieval.OfProviders never = new LiveBars(
                        new MemoryStore(),
                        World.CALENDAR,
                        Clock.fixed(World.evening(yahoo.session(102)), ZoneOffset.UTC),
                        BarSource.SETTLING,
                        notices::add)
                .retrieve(new BarRequest(World.SYMBOL, "configured", null, false), List.of(younger));
        assertThat(after.bars()).isEqualTo(never.bars());
        assertThat(after.source()).isEqualTo("yahoo");
    }

    @Test
    void aStandInWithAnotherSharesClosesIsLeftOut() {
        World stranger = new World(
                "tiingo",
                World.plain(200).stream().map(bar -> bar.withPrices(5, 5, 5, 5)).toList());
        both(stranger, 100);
        yahoo.fail(new SourceMissing("yahoo knows no STX"));

        assertThatExceptionOfType(SourceMissing.class).isThrownBy(() -> both(stranger, 101));
        assertThat(notices).singleElement().asString().contains("tiingo has other closes of STX");
        assertThat(both(stranger, 101, yahoo.session(100)).bars()).isEqualTo(expected(100));
    }

    /** A wrong token of the stand-in is told, and stops no run that the first provider alone would make. */
    @Test
    void aStandInThatFailsBreaksNothing() {
        World tiingo = new World("tiingo", World.plain(200));
        tiingo.fail(new RequestRefused("tiingo rejects the token"));
        yahoo.say(100, Instant.EPOCH, EVER, World.empty());

        assertThat(both(tiingo, 100).bars()).hasSize(101);
        assertThat(notices).containsExactly("tiingo rejects the token");
    }

    private Retrieval.OfProviders both(World tiingo, int day) {
        return both(yahoo, tiingo, day);
    }

    private Retrieval.OfProviders both(World first, World tiingo, int day) {
        Instant now = World.evening(yahoo.session(day));
        first.at(now);
        tiingo.at(now);
        return live(now).retrieve(new BarRequest(World.SYMBOL, "configured", null, false), List.of(first, tiingo));
    }

    private Retrieval.OfProviders both(World tiingo, int day, LocalDate asOf) {
        Instant now = World.evening(yahoo.session(day));
        tiingo.at(now);
        return live(now).retrieve(new BarRequest(World.SYMBOL, "configured", asOf, false), List.of(yahoo, tiingo));
    }

    private LiveBars live(Instant now) {
        return new LiveBars(store, World.CALENDAR, Clock.fixed(now, ZoneOffset.UTC), BarSource.SETTLING, notices::add);
    }

    private static List<RawBar> expected(int day) {
        return World.numbered(day);
    }
}
