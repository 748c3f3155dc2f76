package candor.marketdata.vintage;

import static org.assertj.core.api.Assertions.assertThat;

import candor.cleaning.Cleaner;
import candor.cleaning.CleaningRules;
import candor.forecasting.market.Adjustment;
import candor.pipeline.table.HistoryTables;
import candor.store.failure.PipelineFailure;
import candor.store.failure.ProviderUnavailable;
import candor.store.failure.RateLimited;
import candor.store.fixture.MemoryStore;
import candor.store.port.BarRequest;
import candor.store.port.BarSource;
import candor.store.port.ObjectStore;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any sequence of daily retrievals, with any of them repeated, left out, refused, late, partial or restated, ends in the
 * same clean series as one retrieval at the end.
 *
 * <p>What no retrieval of the last days can see is left out: a change of a bar that is older than ten sessions when it is
 * changed, which is found by the whole retrieval of every ninety days; that has a test of its own.
 */
final class HealingLawTest {

    private static final int SESSIONS = 220;
    private static final int FIRST = 110;
    private static final CleaningRules RULES = new CleaningRules(50, 0.02, 3, 0.1, 10, 5, 0.01, 10, 1e-6);

    static List<Integer> seeds() {
        List<Integer> seeds = new ArrayList<>();
        for (int seed = 1; seed <= 150; seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everySequenceEndsInTheSameSeries(int seed) {
        Random random = new Random(seed);
        World world = new World("yahoo", bars(random));
        trouble(world, random);
        MemoryStore store = new MemoryStore();
        for (int day = FIRST; day < SESSIONS - 1; day++) {
            world.fail(
                    switch (random.nextInt(8)) {
                        case 0 -> new RateLimited("not now", 900);
                        case 1 -> new ProviderUnavailable("not at all");
                        default -> null;
                    });
            int visits = Math.max(0, random.nextInt(5) - 1);
            for (int visit = 0; visit < visits; visit++) {
                Duration afterClose = Duration.ofMinutes(random.nextInt(-300, 600));
                visit(
                        store,
                        world,
                        World.CALENDAR.close(world.session(day)).orElseThrow().plus(afterClose));
            }
        }
        world.fail(null);
        Instant end = World.evening(world.session(SESSIONS - 1));
        Retrieval healed = retrieve(store, world, end);
        Retrieval once = retrieve(new MemoryStore(), world, end);

        assertThat(healed.bars()).isEqualTo(once.bars());
        assertThat(clean(healed)).as("clean.csv").isEqualTo(clean(once));
    }

    /**
     * The same beside a stand-in that helps out on bad days and has sessions of its own: once the first is well,
     * nothing of it is left.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void aStandInLeavesNoTrace(int seed) {
        Random random = new Random(seed);
        List<RawBar> truth = bars(random);
        World world = new World("yahoo", truth.subList(5, truth.size()));
        World other = new World("tiingo", truth);
        MemoryStore store = new MemoryStore();
        for (int day = FIRST; day < SESSIONS - 1; day += 1 + random.nextInt(3)) {
            world.fail(random.nextInt(3) == 0 ? new ProviderUnavailable("not at all") : null);
            Instant now = World.evening(other.session(day));
            world.at(now);
            other.at(now);
            live(store, now).retrieve(new BarRequest(World.SYMBOL, "configured", null, false), List.of(world, other));
        }
        world.fail(null);
        Instant end = World.evening(other.session(SESSIONS - 1));
        world.at(end);
        Retrieval healed = live(store, end)
                .retrieve(new BarRequest(World.SYMBOL, "configured", null, false), List.of(world, other));

        assertThat(healed.bars())
                .isEqualTo(retrieve(new MemoryStore(), world, end).bars());
    }

    private static List<RawBar> bars(Random random) {
        List<RawBar> bars = new ArrayList<>();
        double level = 100;
        for (RawBar plain : World.plain(SESSIONS)) {
            int action = random.nextInt(60);
            double split = action == 0 ? (level > 100 ? 2 : 0.5) : 0;
            level *= Math.exp(0.02 * random.nextGaussian()) / (split > 0 ? split : 1);
            double close = Math.rint(100 * level) / 100;
            bars.add(plain.withPrices(close, close + 0.5, close - 0.5, close)
                    .withActions(action == 1 ? 0.25 : 0, split, 0));
        }
        return bars;
    }

    /** On every fifth day or so something that a provider does. */
    private static void trouble(World world, Random random) {
        for (int day = FIRST - 5; day < SESSIONS - 12; day++) {
            Instant from = World.evening(world.session(day)).minusSeconds(random.nextInt(8 * 3600));
            int session = day - random.nextInt(6);
            Instant until = World.evening(world.session(session + random.nextInt(1, 9)));
            Instant soon = World.evening(world.session(day + random.nextInt(1, 5)));
            switch (random.nextInt(25)) {
                case 0 -> world.say(session, Instant.EPOCH, until, World.absent());
                case 1 -> world.say(session, Instant.EPOCH, until, World.empty());
                case 2 -> world.say(session, from, Instant.MAX, World.moved(0.97 + 0.06 * random.nextDouble()));
                case 3 -> world.say(session, Instant.EPOCH, until, bar -> bar == null ? null : bar.withVolume(1));
                case 4 -> world.say(session, from, until, World.absent());
                case 5 ->
                    world.say(session, Instant.EPOCH, until, bar -> bar == null ? null : bar.withActions(0, 0, 0));
                case 6 -> partial(world, random, from, soon);
                default -> {}
            }
        }
    }

    /** For some time whole answers lack a stretch of the old bars. */
    private static void partial(World world, Random random, Instant from, Instant until) {
        int begin = random.nextInt(FIRST - 70);
        for (int session = begin; session < begin + random.nextInt(1, 8); session++) {
            world.say(session, from, until, World.absent());
        }
    }

    private static void visit(ObjectStore store, World world, Instant now) {
        try {
            retrieve(store, world, now);
        } catch (PipelineFailure expected) {
            assertThat(expected).isInstanceOfAny(RateLimited.class, ProviderUnavailable.class);
        }
    }

    private static Retrieval retrieve(ObjectStore store, World world, Instant now) {
        world.at(now);
        return new LiveBars(store, World.CALENDAR, Clock.fixed(now, ZoneOffset.UTC), BarSource.SETTLING, notice -> {})
                .retrieve(new BarRequest(World.SYMBOL, "yahoo", null, false), List.of(world));
    }

    private static LiveBars live(ObjectStore store, Instant now) {
        return new LiveBars(store, World.CALENDAR, Clock.fixed(now, ZoneOffset.UTC), BarSource.SETTLING, notice -> {});
    }

    private static byte[] clean(Retrieval retrieval) {
        CleaningRules rules = RULES;
        return HistoryTables.bars(new Cleaner(
                        World.CALENDAR,
                        rules,
                        (bars, actions) -> Adjustment.of(bars, actions).adjustedCloses())
                .clean(retrieval, retrieval.bars().getLast().session())
                .bars());
    }
}
