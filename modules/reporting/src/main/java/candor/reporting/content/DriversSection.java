package candor.reporting.content;

import candor.forecasting.explanation.Explanation;
import candor.pipeline.report.ForecastDocument.Drivers;
import candor.pipeline.report.ForecastDocument.HorizonForecast;
import candor.reporting.document.Block;
import candor.reporting.document.Block.Heading;
import candor.reporting.document.Block.Note;
import candor.reporting.document.Block.Paragraph;
import candor.reporting.document.Block.Picture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What made the champion's forecast what it is: that of the return, and apart from it that of the volatility. */
final class DriversSection {

    private static final Heading HEADING = new Heading("What drove this");

    private DriversSection() {}

    static List<Block> of(List<HorizonForecast> horizons) {
        if (horizons.stream().anyMatch(h -> h.drivers() == null)) {
            return List.of(HEADING, new Paragraph("Not shown: what drove this forecast was not stored with it."));
        }
        List<Block> blocks = new ArrayList<>(List.of(HEADING));
        SortedMap<Integer, Explanation> returns = explained(horizons, Drivers::mean);
        SortedMap<Integer, Explanation> volatilities = explained(horizons, Drivers::volatility);
        unexplained(horizons, Drivers::mean, 0).forEach((method, sessions) -> blocks.add(ofReturn(method, sessions)));
        if (!returns.isEmpty()) {
            blocks.add(
                    new Picture(
                            DriversFigures.ofReturn(returns),
                            "What each feature adds to the forecast of the return, each horizon to its own scale. Above the bars:"
                                    + " the model's mean forecast over its training rows, and what all shares together make of it."));
        }
        blocks.add(new Paragraph("What decides how wide the intervals are is the forecast of volatility: of the size of"
                + " moves, not of their direction."));
        unexplained(horizons, Drivers::volatility, 1)
                .forEach((method, sessions) -> blocks.add(ofVolatility(method, sessions)));
        if (!volatilities.isEmpty()) {
            blocks.add(new Picture(
                    DriversFigures.ofVolatility(volatilities),
                    volatilityCaption(explaining(horizons, Drivers::volatility, 1))));
        }
        if (!returns.isEmpty() || !volatilities.isEmpty()) {
            blocks.add(new Note("Shares explain the model, not the market: they are no causes, and regressors that move"
                    + " together divide an effect between them as the fit happened to."));
        }
        return blocks;
    }

    private static Paragraph ofReturn(String method, String sessions) {
        return new Paragraph("The forecast of the return over " + sessions + " is " + Names.unexplained(method));
    }

    private static Paragraph ofVolatility(String method, String sessions) {
        return new Paragraph("That over " + sessions + " is " + Names.unexplained(method));
    }

    private static String volatilityCaption(Set<String> methods) {
        String names = methods.stream().map(Names::candidate).collect(Collectors.joining(" and "));
        String terms = methods.stream().map(Names::terms).collect(Collectors.joining());
        return "What each regressor of " + names + " multiplies the volatility with by not being at its mean over the"
                + " training rows, each horizon to its own scale. Above the bars: the volatility at these means, and what"
                + " all factors together make of it." + terms;
    }

    /** The candidates whose forecasts have an explanation, each once, by the name at a place of their model. */
    private static Set<String> explaining(
            List<HorizonForecast> horizons, Function<Drivers, @Nullable Explanation> part, int place) {
        return horizons.stream()
                .filter(horizon -> part(horizon, part) != null)
                .map(horizon -> method(horizon, place))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static SortedMap<Integer, Explanation> explained(
            List<HorizonForecast> horizons, Function<Drivers, @Nullable Explanation> part) {
        SortedMap<Integer, Explanation> explained = new TreeMap<>();
        for (HorizonForecast horizon : horizons) {
            Explanation explanation = part(horizon, part);
            if (explanation != null) {
                explained.put(horizon.sessions(), explanation);
            }
        }
        return explained;
    }

    /** The horizons without an explanation in words, by the name at a place of their model. */
    private static Map<String, String> unexplained(
            List<HorizonForecast> horizons, Function<Drivers, @Nullable Explanation> part, int place) {
        return horizons.stream()
                .filter(horizon -> part(horizon, part) == null)
                .collect(Collectors.groupingBy(
                        horizon -> method(horizon, place),
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), DriversSection::inWords)));
    }

    private static @Nullable Explanation part(HorizonForecast horizon, Function<Drivers, @Nullable Explanation> part) {
        Drivers drivers = horizon.drivers();
        return drivers == null ? null : part.apply(drivers);
    }

    private static String method(HorizonForecast horizon, int place) {
        String[] names = horizon.model().split(" \\+ ", -1);
        return names[Math.min(place, names.length - 1)];
    }

    private static String inWords(List<HorizonForecast> horizons) {
        int last = horizons.size() - 1;
        String end = Names.sessions(horizons.get(last).sessions());
        return last == 0
                ? end
                : horizons.subList(0, last).stream()
                                .map(horizon -> Integer.toString(horizon.sessions()))
                                .collect(Collectors.joining(", "))
                        + " and " + end;
    }
}
