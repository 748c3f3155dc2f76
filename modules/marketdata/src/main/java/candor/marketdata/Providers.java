package candor.marketdata;

import candor.marketdata.http.Pause;
import candor.marketdata.http.PoliteClient;
import candor.marketdata.tiingo.TiingoBars;
import candor.marketdata.yahoo.YahooBars;
import candor.store.port.BarProvider;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The providers of one run, by preference. Each run has its own: what one learnt (a crumb, that it is not welcome now) ends
 * with it.
 */
public final class Providers implements Supplier<List<BarProvider>> {

    private final SourceSettings settings;
    private final Optional<Supplier<String>> tiingoToken;
    private final Clock clock;
    private final RandomGenerator random;
    private final Pause pause;

    /**
     * @param tiingoToken asked at the first question; empty where the user has none: Tiingo is then left out
     * @param random for jitter; it reaches no result
     */
    public Providers(
            SourceSettings settings,
            Optional<Supplier<String>> tiingoToken,
            Clock clock,
            RandomGenerator random,
            Pause pause) {
        this.settings = settings;
        this.tiingoToken = tiingoToken;
        this.clock = clock;
        this.random = random;
        this.pause = pause;
    }

    @Override
    public List<BarProvider> get() {
        return settings.order().stream().flatMap(this::provider).toList();
    }

    private Stream<BarProvider> provider(String name) {
        return switch (name) {
            case YahooBars.NAME -> Stream.of(new YahooBars(settings.yahoo(), client(name)));
            case TiingoBars.NAME ->
                tiingoToken.stream().map(token -> new TiingoBars(settings.tiingo(), token, client(name)));
            default -> Stream.empty();
        };
    }

    private PoliteClient client(String name) {
        return new PoliteClient(name, settings.http(), clock, random, pause);
    }
}
