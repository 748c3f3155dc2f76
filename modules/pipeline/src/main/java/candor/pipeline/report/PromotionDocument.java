package candor.pipeline.report;

import candor.forecasting.promotion.CalibrationLoss;
import candor.forecasting.walkforward.Champion;
import candor.store.checkpoint.ArtefactKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The gate's verdict: promotion.json.
 *
 * @param schema {@code candor/promotion/1}
 * @param look how often the gate has looked at this symbol by now, this time included; 0 before the first look
 * @param lookedAt asOf of the last look: this run's where it has looked itself; null before the first
 * @param nextLook asOf of the next look, where no session without a bar comes between
 */
public record PromotionDocument(
        String schema, int look, @Nullable LocalDate lookedAt, LocalDate nextLook, List<HorizonVerdict> horizons) {

    public static final ArtefactKey<PromotionDocument> KEY =
            ArtefactKey.json("promotion.json", PromotionDocument.class);

    private static final String GATE_PROMOTES = Standing.PROMOTED + ": ";
    private static final String GATE_PROPOSES = Standing.PROPOSED + ": ";

    /** What becomes of a horizon's champion. */
    public enum Standing {
        /** Another one takes its place. */
        PROMOTED,
        RETAINED,
        /** Another one would take its place, but a person has to agree first. */
        PROPOSED;

        /** As documents have it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PromotionDocument {
        horizons = List.copyOf(horizons);
    }

    /** The verdict where a person has to agree: what the gate would promote is proposed. */
    public PromotionDocument toProposal() {
        return with(verdict -> verdict.verdict() == Standing.PROMOTED
                ? verdict.as(
                        Standing.PROPOSED, verdict.champion(), GATE_PROPOSES + behind(GATE_PROMOTES, verdict.reason()))
                : verdict);
    }

    /** What becomes of the proposals when a person has approved them. */
    public PromotionDocument approved() {
        return with(verdict -> verdict.isProposed()
                ? verdict.as(
                        Standing.PROMOTED,
                        verdict.champion(),
                        "promoted, approved by a person: " + behind(GATE_PROPOSES, verdict.reason()))
                : verdict);
    }

    /** @param why as in {@code rejected by a person} */
    public PromotionDocument declined(String why) {
        return with(verdict -> verdict.isProposed()
                ? verdict.as(
                        Standing.RETAINED,
                        verdict.incumbent(),
                        "retained, the gate's proposal was " + why + ": " + behind(GATE_PROPOSES, verdict.reason()))
                : verdict);
    }

    /** Whether a person has something to agree to. */
    public boolean proposes() {
        return horizons.stream().anyMatch(HorizonVerdict::isProposed);
    }

    /** As in {@code ridge + harPOwn promoted at 5 sessions}; empty where nobody comes. */
    public String changes() {
        return String.join(
                ", ",
                horizons.stream()
                        .filter(verdict -> verdict.verdict() != Standing.RETAINED)
                        .map(verdict -> verdict.champion() + " " + verdict.verdict() + " at " + verdict.sessions()
                                + (verdict.sessions() == 1 ? " session" : " sessions"))
                        .toList());
    }

    private PromotionDocument with(UnaryOperator<HorizonVerdict> change) {
        return new PromotionDocument(
                schema, look, lookedAt, nextLook, horizons.stream().map(change).toList());
    }

    private static String behind(String beginning, String reason) {
        return reason.startsWith(beginning) ? reason.substring(beginning.length()) : reason;
    }

    /** Names of a mean and a scale, as in {@code zero} and {@code harPOwn}. */
    public record Methods(String mean, String scale) {

        public static Methods of(Champion champion) {
            return new Methods(champion.mean().key(), champion.scale().key());
        }

        /** Throws IllegalArgumentException where there is no such method. */
        public Champion toChampion() {
            return Champion.of(mean, scale);
        }

        /** As in {@code zero + harPOwn}. */
        @Override
        public String toString() {
            return mean + " + " + scale;
        }
    }

    /**
     * The verdict at one horizon.
     *
     * @param champion in service from this run on; for a proposal, if it is approved
     * @param incumbent in service before
     * @param standIn forecasts in this run, where a method of the champion was left out of it; else null
     * @param reason in words
     * @param challenges every comparison made; empty where the gate did not look
     */
    public record HorizonVerdict(
            int sessions,
            Standing verdict,
            Methods champion,
            Methods incumbent,
            @Nullable Methods standIn,
            String reason,
            List<ChallengeResult> challenges) {

        public HorizonVerdict {
            challenges = List.copyOf(challenges);
        }

        boolean isProposed() {
            return verdict == Standing.PROPOSED;
        }

        private HorizonVerdict as(Standing otherVerdict, Methods otherChampion, String otherReason) {
            return new HorizonVerdict(
                    sessions, otherVerdict, otherChampion, incumbent, standIn, otherReason, challenges);
        }

        /** What forecasts in this run. */
        public Methods forecaster() {
            return standIn == null ? champion : standIn;
        }
    }

    /**
     * One challenger beside the incumbent, on the same origins.
     *
     * @param challenger the incumbent with its mean or its scale replaced
     * @param loss mean squared error, where the mean was replaced; else mean QLIKE
     * @param incumbentLoss the incumbent's
     * @param statistic Diebold-Mariano; negative where the challenger's loss is the smaller
     * @param p one-sided
     * @param pAdjusted for all comparisons of this look, and charged for the look
     * @param calibration both sides' intervals; null where the p-value decides already
     */
    public record ChallengeResult(
            Methods challenger,
            int outcomes,
            double loss,
            double incumbentLoss,
            double statistic,
            double p,
            double pAdjusted,
            @Nullable CalibrationResult calibration) {}

    /**
     * How both sides' intervals did, each as if it had been in service throughout.
     *
     * @param lost what the challenger would have lost
     */
    public record CalibrationResult(
            CalibrationLoss.What lost, List<IntervalResult> incumbent, List<IntervalResult> challenger) {

        public CalibrationResult {
            incumbent = List.copyOf(incumbent);
            challenger = List.copyOf(challenger);
        }
    }

    /** The intervals of one level: outcomes, share inside, mean interval score of log returns. */
    public record IntervalResult(double nominal, int outcomes, double coverage, double score) {}
}
