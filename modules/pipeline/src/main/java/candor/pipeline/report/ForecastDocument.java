package candor.pipeline.report;

import candor.forecasting.explanation.Explanation;
import candor.forecasting.market.Symbol;
import candor.store.checkpoint.ArtefactKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A forecast as it is stored, served and shown: forecast.json.
 *
 * @param schema {@code candor/forecast/1}
 * @param asOf the forecast origin: last session visible
 * @param synthetic whether the stock is the built-in synthetic one
 * @param lastClose as traded, in the listing's currency
 * @param statement plain words generated from the evaluation; never absent
 */
public record ForecastDocument(
        String schema,
        Symbol symbol,
        LocalDate asOf,
        boolean synthetic,
        double lastClose,
        List<HorizonForecast> horizons,
        String statement) {

    public static final ArtefactKey<ForecastDocument> KEY = ArtefactKey.json("forecast.json", ForecastDocument.class);

    public ForecastDocument {
        Objects.requireNonNull(schema, "a forecast without schema");
        Objects.requireNonNull(symbol, "a forecast without symbol");
        Objects.requireNonNull(asOf, "a forecast without asOf");
        Objects.requireNonNull(statement, "a forecast without statement");
        horizons = List.copyOf(horizons);
    }

    /**
     * The distribution at one horizon.
     *
     * @param sessions the horizon, &ge; 1
     * @param target last session of the horizon, from the calendar
     * @param model mean and scale champion, as in {@code zero + harPOwn}
     * @param mean expected log return over the horizon
     * @param volatility standard deviation of the log return over the horizon
     * @param annualisedVolatility volatility times the square root of 252 / sessions
     * @param probabilityUp probability that the log return is above 0
     * @param quantiles of the log return, by name {@code p005}..{@code p995}
     * @param priceQuantiles of the price as traded (no dividend, no split in between), by the same names
     * @param valueAtRisk95 loss as a positive log return that is exceeded with probability 5 %
     * @param expectedShortfall95 mean loss beyond it
     * @param drivers what drove it; null where it was made before drivers were stored
     */
    public record HorizonForecast(
            int sessions,
            LocalDate target,
            String model,
            double mean,
            double volatility,
            double annualisedVolatility,
            double probabilityUp,
            SortedMap<String, Double> quantiles,
            SortedMap<String, Double> priceQuantiles,
            double valueAtRisk95,
            double valueAtRisk99,
            double expectedShortfall95,
            double expectedShortfall99,
            @Nullable Drivers drivers) {

        public HorizonForecast {
            Objects.requireNonNull(target, "a horizon without target");
            Objects.requireNonNull(model, "a horizon without model");
            Objects.requireNonNull(quantiles, "a horizon without quantiles");
            Objects.requireNonNull(priceQuantiles, "a horizon without priceQuantiles");
        }
    }

    /**
     * What drove a forecast, as sums over features.
     *
     * @param mean of {@link HorizonForecast#mean}, log return; null where the champion looks at no feature
     * @param volatility of the logarithm of the squared {@link HorizonForecast#volatility}; null where the champion has no
     *     regressors
     */
    public record Drivers(
            @Nullable Explanation mean, @Nullable Explanation volatility) {}
}
