package candor.serving.api;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.market.Symbol;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.ForecastDocument.HorizonForecast;
import candor.pipeline.table.BacktestTable;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.CheckpointRef;
import candor.store.checkpoint.Checkpoints;
import candor.store.checkpoint.Digest;
import candor.store.checkpoint.Product;
import candor.store.json.Json;
import candor.store.port.ObjectStore;
import candor.store.run.Latest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Made-up forecasts of the right form: a normal distribution of 2.6 % a day around a close of 412.30. */
public final class SampleForecasts {

    private static final double CLOSE = 412.30;
    private static final double DAILY = 0.026;
    private static final List<Double> STANDARD_NORMAL_QUANTILES =
            List.of(-2.576, -1.960, -1.645, -1.282, -0.674, 0.0, 0.674, 1.282, 1.645, 1.960, 2.576);

    private SampleForecasts() {}

    /** A forecast for 1, 5 and 21 sessions. */
    public static ForecastDocument of(String symbol, LocalDate asOf, boolean synthetic, String statement) {
        return new ForecastDocument(
                "candor/forecast/1",
                Symbol.of(symbol),
                asOf,
                synthetic,
                CLOSE,
                Stream.of(1, 5, 21).map(sessions -> horizon(asOf, sessions)).toList(),
                statement);
    }

    /** Stores the forecast as its stage does and makes it the one that is served. */
    public static CheckpointRef publish(ObjectStore store, ForecastDocument forecast) {
        CheckpointRef ref =
                checkpoint(store, "forecast", forecast, List.of(Product.of("forecast.json", Json.write(forecast))));
        new Latest(store).advance(forecast.symbol(), forecast.asOf(), ref);
        return ref;
    }

    /** Stores a checkpoint of any stage for the forecast's symbol and day. */
    public static CheckpointRef checkpoint(
            ObjectStore store, String stage, ForecastDocument forecast, List<Product> products) {
        String identity = products.stream()
                .map(product -> product.name() + Digest.of(product.bytes()))
                .collect(Collectors.joining());
        Checkpoint draft = new Checkpoint(
                Checkpoint.FORMAT,
                Checkpoint.VERSION,
                stage,
                forecast.symbol(),
                forecast.asOf(),
                Digest.of((stage + forecast.asOf() + identity).getBytes(StandardCharsets.UTF_8)),
                List.of(),
                new TreeMap<>(),
                Digest.of(new byte[0]),
                new TreeMap<>(),
                List.of(),
                "made up for a test");
        return new Checkpoints(store, _ -> {}).write(draft, products).ref();
    }

    private static HorizonForecast horizon(LocalDate asOf, int sessions) {
        double sigma = DAILY * Math.sqrt(sessions);
        SortedMap<String, Double> returns = new TreeMap<>();
        SortedMap<String, Double> prices = new TreeMap<>();
        for (int i = 0; i < STANDARD_NORMAL_QUANTILES.size(); i++) {
            String name = BacktestTable.quantileNames().get(i);
            double quantile = STANDARD_NORMAL_QUANTILES.get(i) * sigma;
            returns.put(name, quantile);
            prices.put(name, CLOSE * StrictMath.exp(quantile));
        }
        return new HorizonForecast(
                sessions,
                new NyseCalendar().sessionAfter(asOf, sessions),
                "zero + logHarL",
                0,
                sigma,
                DAILY * Math.sqrt(252),
                0.503,
                returns,
                prices,
                1.645 * sigma,
                2.326 * sigma,
                2.063 * sigma,
                2.665 * sigma,
                null);
    }
}
