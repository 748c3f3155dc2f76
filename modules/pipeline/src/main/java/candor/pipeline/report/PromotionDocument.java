package candor.pipeline.report;

import java.util.List;

/**
 * The gate's verdict: promotion.json.
 *
 * @param schema {@code candor/promotion/1}
 */
public record PromotionDocument(String schema, List<HorizonVerdict> horizons) {

    /**
     * @param verdict {@code retained}: challengers are not judged yet
     * @param mean name of the champion for the mean
     * @param scale name of the champion for the scale
     * @param reason in words
     */
    public record HorizonVerdict(int sessions, String verdict, String mean, String scale, String reason) {}
}
