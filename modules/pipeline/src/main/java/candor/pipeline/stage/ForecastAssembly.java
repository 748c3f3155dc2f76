package candor.pipeline.stage;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.calibration.PredictiveDistribution;
import candor.forecasting.calibration.TailRisk;
import candor.forecasting.candidate.Candidate;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.market.Symbol;
import candor.forecasting.text.Figures;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.HorizonForecast;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.PromotionDocument;
import candor.pipeline.table.BacktestTable;
import candor.store.failure.NotEnoughHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** From forecasts to the documents that say them. */
record ForecastAssembly(
        Symbol symbol, LocalDate asOf, boolean synthetic, PriceHistory history, TradingCalendar calendar) {

    private static final double SESSIONS_A_YEAR = 252;

    ForecastDocument document(List<HorizonForecast> forecasts, PromotionDocument promotion, String statement) {
        return new ForecastDocument(
                Schemas.FORECAST,
                symbol,
                asOf,
                synthetic,
                lastClose(),
                forecasts.stream().map(forecast -> horizon(forecast, promotion)).toList(),
                statement);
    }

    ScoringDocument scoring(List<HorizonForecast> forecasts) {
        return new ScoringDocument(
                Schemas.SCORING,
                forecasts.stream()
                        .map(forecast -> new ScoringDocument.Scorable(
                                forecast.horizon(),
                                target(forecast),
                                forecast.centre(),
                                forecast.sigma(),
                                forecast.candidates().of(Candidates.EWMA),
                                byProbability(distribution(forecast))))
                        .toList());
    }

    private ForecastDocument.HorizonForecast horizon(HorizonForecast forecast, PromotionDocument promotion) {
        PredictiveDistribution distribution = distribution(forecast);
        TailRisk tails = forecast.tails().orElseThrow();
        SortedMap<String, Double> returns = new TreeMap<>();
        SortedMap<String, Double> prices = new TreeMap<>();
        for (int i = 0; i < BacktestRow.PROBABILITIES.size(); i++) {
            String name = BacktestTable.quantileNames().get(i);
            double quantile = distribution.quantile(BacktestRow.PROBABILITIES.get(i));
            returns.put(name, quantile);
            prices.put(name, lastClose() * StrictMath.exp(quantile));
        }
        return new ForecastDocument.HorizonForecast(
                forecast.horizon(),
                target(forecast),
                model(forecast, promotion),
                forecast.centre(),
                forecast.sigma(),
                forecast.sigma() * Math.sqrt(SESSIONS_A_YEAR / forecast.horizon()),
                distribution.probabilityUp(),
                returns,
                prices,
                tails.valueAtRisk95(),
                tails.valueAtRisk99(),
                tails.shortfall95(),
                tails.shortfall99(),
                new ForecastDocument.Drivers(
                        forecast.drivers().mean().orElse(null),
                        forecast.drivers().volatility().orElse(null)));
    }

    private static String model(HorizonForecast forecast, PromotionDocument promotion) {
        return promotion.horizons().stream()
                .filter(verdict -> verdict.sessions() == forecast.horizon())
                .map(verdict -> verdict.forecaster().toString())
                .findFirst()
                .orElseThrow();
    }

    private LocalDate target(HorizonForecast forecast) {
        return calendar.sessionAfter(asOf, forecast.horizon());
    }

    private static SortedMap<Double, Double> byProbability(PredictiveDistribution distribution) {
        SortedMap<Double, Double> quantiles = new TreeMap<>();
        BacktestRow.PROBABILITIES.forEach(p -> quantiles.put(p, distribution.quantile(p)));
        return quantiles;
    }

    private double lastClose() {
        return history.close(history.size() - 1);
    }

    private PredictiveDistribution distribution(HorizonForecast forecast) {
        return forecast.distribution().orElseThrow(() -> new NotEnoughHistory(whyNone(forecast)));
    }

    private String whyNone(HorizonForecast forecast) {
        if (forecast.multipliers().isEmpty()) {
            return "the intervals of the " + forecast.horizon()
                    + "-session horizon are not calibrated yet: too few past forecasts have a known outcome;"
                    + " use a file that reaches back further";
        }
        int last = history.size() - 1;
        int begin = history.unbrokenFrom(last);
        String none = "no forecast over " + Figures.count(forecast.horizon(), "session") + " from "
                + history.session(last) + ": ";
        return begin == 0
                ? none
                        + "a feature that the champion looks at is not defined there; check the last bars and their"
                        + " volumes"
                : none + history.missingBefore(begin) + " sessions have no bar between " + history.session(begin - 1)
                        + " and " + history.session(begin) + ", and the champion looks back on "
                        + withoutForecast(forecast).unbroken()
                        + " sessions, of which " + (last - begin)
                        + (last - begin == 1 ? " has" : " have") + " a return since; forecast as of "
                        + history.session(begin - 1) + ", or supply the sessions that are missing";
    }

    /** Which of the champion's candidates has no forecast. */
    private static Candidate withoutForecast(HorizonForecast forecast) {
        return forecast.sigma() > 0
                ? forecast.champion().mean()
                : forecast.champion().scale();
    }
}
