package candor.pipeline.stage;

import candor.forecasting.exploration.DailyReturn;
import candor.forecasting.exploration.Exploration;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.returns.LogReturns;
import candor.forecasting.text.Figures;
import candor.pipeline.report.ExplorationDocument;
import candor.pipeline.report.ReportRenderer;
import candor.store.checkpoint.Product;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What the cleaned bars look like: exploration.json and its plots. Beside the way to the forecast, never in it. */
public final class ExploreStage extends CheckpointedStage<DayRequest> {

    private final ReportRenderer renderer;

    public ExploreStage(Workshop workshop, ReportRenderer renderer) {
        super(StageName.EXPLORE, workshop, DayRequest::of, renderer.getClass());
        this.renderer = renderer;
    }

    @Override
    Plan plan(DayRequest request, InputArtefacts inputs) {
        LocalDate asOf = request.asOf();
        CleanedBars.askFor(inputs).from(StageName.CLEAN, CleaningDocument.KEY);
        return Plan.of(asOf, inputs.toInputs(), new TreeMap<>(), () -> explore(inputs));
    }

    private Plan.Made explore(InputArtefacts inputs) {
        PriceHistory history = CleanedBars.history(inputs);
        CleaningDocument cleaning = inputs.read(CleaningDocument.KEY);
        Exploration exploration = Exploration.of(returns(history));
        ExplorationDocument document = document(exploration, cleaning.gaps());
        List<Product> products = new ArrayList<>();
        products.add(Product.json(ExplorationDocument.KEY, document));
        renderer.exploration(document).forEach((name, svg) -> products.add(Product.of(name, svg)));
        return new Plan.Made(
                products,
                Figures.count(exploration.returns(), "return") + " described, "
                        + Figures.count(cleaning.gaps().size(), "gap") + ", "
                        + Figures.count(products.size() - 1, "plot"));
    }

    private static List<DailyReturn> returns(PriceHistory history) {
        double[] returns = LogReturns.of(history);
        List<DailyReturn> days = new ArrayList<>();
        for (int session = 1; session < returns.length; session++) {
            if (!Double.isNaN(returns[session])) {
                days.add(new DailyReturn(history.session(session), returns[session]));
            }
        }
        return days;
    }

    private static ExplorationDocument document(Exploration exploration, List<LocalDate> gaps) {
        return new ExplorationDocument(
                Schemas.EXPLORATION,
                exploration.returns(),
                exploration.mean(),
                exploration.standardDeviation(),
                exploration.skewness(),
                exploration.excessKurtosis(),
                new ExplorationDocument.Histogram(
                        exploration.histogram().from(),
                        exploration.histogram().width(),
                        exploration.histogram().counts()),
                exploration.autocorrelation(),
                exploration.autocorrelationOfSquares(),
                exploration.autocorrelationBound(),
                gaps,
                exploration.largestMoves().stream()
                        .map(day -> new ExplorationDocument.Move(day.session(), day.logReturn()))
                        .toList());
    }
}
