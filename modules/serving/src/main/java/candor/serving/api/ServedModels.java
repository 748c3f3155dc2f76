package candor.serving.api;

import candor.forecasting.calendar.TradingCalendar;
import candor.pipeline.stage.ChampionModel;
import candor.store.checkpoint.CheckpointRef;
import candor.store.checkpoint.Checkpoints;
import candor.store.port.ObjectStore;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The models behind forecasts. A checkpoint never changes under its reference, so that what was read, and verified, once
 * is kept: the models used last, a few at most.
 */
public final class ServedModels {

    private static final int KEPT = 64;

    private final Checkpoints checkpoints;
    private final TradingCalendar calendar;
    private final Map<CheckpointRef, ChampionModel> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CheckpointRef, ChampionModel> eldest) {
            return size() > KEPT;
        }
    };

    /** @param calendar of the exchange where the symbols trade */
    public ServedModels(ObjectStore store, TradingCalendar calendar) {
        this.checkpoints = new Checkpoints(store, _ -> {});
        this.calendar = calendar;
    }

    /**
     * The model that made the forecast.
     *
     * @throws candor.store.failure.UnreadableCheckpoint where it is there no more or cannot be used
     */
    public ChampionModel of(ServedForecast served) {
        synchronized (known) {
            ChampionModel model = known.get(served.checkpoint());
            if (model != null) {
                return model;
            }
        }
        ChampionModel read =
                ChampionModel.of(checkpoints, checkpoints.get(served.checkpoint()), served.forecast(), calendar);
        synchronized (known) {
            known.put(served.checkpoint(), read);
        }
        return read;
    }
}
