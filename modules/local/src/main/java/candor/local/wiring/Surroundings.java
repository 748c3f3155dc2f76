package candor.local.wiring;

import candor.forecasting.calendar.TradingCalendar;
import candor.marketdata.BarSources;
import candor.marketdata.Providers;
import candor.marketdata.SourceSettings;
import candor.statemachine.Pace;
import candor.store.environment.Variable;
import candor.store.port.ObjectStore;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What the command line finds around it.
 *
 * @param root the folder with {@code statemachine/}
 * @param userHome the person's home folder
 * @param workingDirectory against which relative paths are read
 * @param terminal whether progress may rewrite its line
 * @param pace the time that executions see
 * @param zone in which times are shown to a person
 */
public record Surroundings(
        Path root,
        Path userHome,
        Path workingDirectory,
        Map<String, String> environment,
        Clock clock,
        Pace pace,
        ZoneId zone,
        boolean terminal,
        PrintStream out,
        PrintStream err) {

    /** Where bars are looked for, as the environment says. */
    public BarSources sources(ObjectStore store, TradingCalendar calendar, Consumer<String> notices) {
        return BarSources.on(store, calendar, clock, SourceSettings.fromEnvironment(environment), providers(), notices);
    }

    /** The providers that the environment names. */
    public Providers providers() {
        return new Providers(
                SourceSettings.fromEnvironment(environment),
                Optional.of(Variable.TIINGO_TOKEN.in(environment))
                        .filter(token -> !token.isEmpty())
                        .map(token -> () -> token),
                clock,
                RandomGenerator.of("L64X128MixRandom"),
                pace::pause);
    }
}
