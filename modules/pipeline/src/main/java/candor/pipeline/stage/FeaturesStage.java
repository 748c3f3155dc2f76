package candor.pipeline.stage;

import candor.forecasting.feature.FeatureDefinition;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.feature.Features;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.text.Figures;
import candor.pipeline.table.FeatureTables;
import candor.store.checkpoint.ArtefactKey;
import candor.store.checkpoint.Product;
import candor.store.failure.NotEnoughHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The feature table, features.csv, and which rows are not in it and why, features.json. */
public final class FeaturesStage extends CheckpointedStage<DayRequest> {

    public FeaturesStage(Workshop workshop) {
        super(StageName.FEATURES, workshop, DayRequest::of);
    }

    /**
     * features.json.
     *
     * @param sessions of the history
     * @param complete rows in features.csv
     * @param dropped rows left out, by the first feature that is not defined there
     */
    record FeaturesDocument(
            String schema,
            int sessions,
            int complete,
            SortedMap<String, Integer> dropped,
            List<FeatureDefinition> definitions) {

        static final ArtefactKey<FeaturesDocument> KEY = ArtefactKey.json("features.json", FeaturesDocument.class);
    }

    @Override
    Plan plan(DayRequest request, InputArtefacts inputs) {
        LocalDate asOf = request.asOf();
        CleanedBars.askFor(inputs);
        return Plan.of(asOf, inputs.toInputs(), new TreeMap<>(), () -> compute(inputs));
    }

    private static Plan.Made compute(InputArtefacts inputs) {
        PriceHistory history = CleanedBars.history(inputs);
        FeatureTable table = Features.of(history);
        SortedMap<String, Integer> dropped = dropped(table);
        int incomplete = dropped.values().stream().mapToInt(Integer::intValue).sum();
        NoCompleteRow none = new NoCompleteRow(history, table);
        if (incomplete == table.size() && !none.isYoung()) {
            throw new NotEnoughHistory(none.message());
        }
        FeaturesDocument document = new FeaturesDocument(
                Schemas.FEATURES,
                table.size(),
                table.size() - incomplete,
                dropped,
                Features.DEFINITIONS.stream()
                        .filter(definition -> table.names().contains(definition.name()))
                        .toList());
        return new Plan.Made(
                List.of(
                        Product.of(FeatureTables.KEY, FeatureTables.write(history, table)),
                        Product.json(FeaturesDocument.KEY, document)),
                Figures.count(table.names().size(), "feature") + " on "
                        + Figures.count(document.complete(), "session") + "; " + incomplete
                        + " without a full look-back left out"
                        + (history.hasVolume() ? "" : "; none of volume, as no bar has any"));
    }

    private static SortedMap<String, Integer> dropped(FeatureTable table) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (int row = 0; row < table.size(); row++) {
            for (int column = 0; column < table.names().size(); column++) {
                if (!Double.isFinite(table.value(row, column))) {
                    counts.merge(table.names().get(column), 1, Integer::sum);
                    break;
                }
            }
        }
        return counts;
    }
}
