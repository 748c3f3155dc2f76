package candor.local.cli;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.harp.PanelTooSmall;
import candor.forecasting.harp.Prior;
import candor.forecasting.harp.PriorBuild;
import candor.forecasting.harp.PriorText;
import candor.forecasting.harp.Priors;
import candor.forecasting.harp.ShippedPrior;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.text.Figures;
import candor.forecasting.walkforward.ForecastSettings;
import candor.local.wiring.CommandRejected;
import candor.local.wiring.OutputFiles;
import candor.local.wiring.PanelFolder;
import candor.local.wiring.Surroundings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code candor prior}. */
@Command(
        name = "prior",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a prior of a panel of symbols: what they say together about volatility, in versions dated so that a"
                    + " back-test sees none that is later. It holds derived numbers only; the same files give the same"
                    + " bytes. Without --dir it writes the prior that comes with Candor."
        },
        footer = {
            "",
            "Example:",
            "  candor prior --dir panel --through 2024-03-08 --output prior.txt --about '60 survivors, US large caps'",
            "  candor prior --output shipped.txt"
        })
final class PriorCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(
            names = "--dir",
            paramLabel = "PANEL",
            description = "the folder, with a file SYMBOL.csv of daily bars for each symbol")
    private @Nullable Path folder;

    @Option(names = "--through", paramLabel = "DATE", description = "last session that is looked at, as in 2024-03-08")
    private @Nullable String through;

    @Option(names = "--output", paramLabel = "FILE", required = true, description = "where to write the prior")
    private Path output = Path.of("");

    @Option(
            names = "--about",
            paramLabel = "WORDS",
            description =
                    "which symbols these are, for whoever reads a forecast that rests on them; default: their number"
                            + " and the folder's name")
    private @Nullable String about;

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private ForceOption force = new ForceOption();

    PriorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        OutputFiles outputs = force.outputs(surroundings, home.in(surroundings));
        outputs.check(output);
        Priors priors = priors();
        outputs.write(output, PriorText.write(priors).getBytes(StandardCharsets.UTF_8));
        surroundings
                .out()
                .println(output + ": " + priors.about() + "; " + Figures.count(priors.symbols(), "symbol") + ", "
                        + priors.from() + " to " + priors.through());
        for (Prior prior : priors.horizons()) {
            surroundings
                    .out()
                    .println("  " + Figures.count(prior.horizon(), "session") + " ahead: "
                            + Figures.count(prior.versions().size(), "version") + ", "
                            + prior.versions().getFirst().date() + " to "
                            + prior.versions().getLast().date());
        }
        return 0;
    }

    private Priors priors() {
        if (folder == null && through == null && about == null) {
            return ShippedPrior.priors();
        }
        if (folder == null || through == null) {
            throw new CommandRejected("a prior of a panel is made from a folder up to a date: give --dir and --through;"
                    + " without both of them, and without --about, the prior that comes with Candor is written");
        }
        TradingCalendar calendar = new NyseCalendar();
        SortedMap<String, PriceHistory> panel = PanelFolder.read(surroundings, folder, date(through), calendar);
        return priors(folder, List.copyOf(panel.values()), calendar);
    }

    private static LocalDate date(String through) {
        try {
            return LocalDate.parse(through);
        } catch (DateTimeException e) {
            throw new CommandRejected("--through " + through + " is no date; give one as in 2024-03-08", e);
        }
    }

    private Priors priors(Path folder, List<PriceHistory> panel, TradingCalendar calendar) {
        ForecastSettings settings = ForecastSettings.standard();
        List<Prior> horizons = new ArrayList<>();
        try {
            for (int horizon : settings.horizons()) {
                Prior.Weights.of(horizon)
                        .ifPresent(weights ->
                                horizons.add(PriorBuild.of(panel, calendar, settings.levels(), horizon, weights)));
            }
            return new Priors(
                    about == null
                            ? Figures.count(panel.size(), "symbol") + " of the folder " + folder.getFileName()
                            : about,
                    panel.size(),
                    panel.stream()
                            .map(history -> history.session(0))
                            .min(LocalDate::compareTo)
                            .orElseThrow(),
                    horizons.getFirst().versions().getLast().date(),
                    horizons);
        } catch (PanelTooSmall tooSmall) {
            throw new CommandRejected(folder + ": " + tooSmall.getMessage(), tooSmall);
        }
    }
}
