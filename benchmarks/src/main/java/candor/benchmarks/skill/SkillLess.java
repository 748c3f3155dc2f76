package candor.benchmarks.skill;

import candor.forecasting.candidate.Candidate;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.evaluation.test.Proportion;
import candor.forecasting.evaluation.test.Wilson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What Candor says of many series without skill; printed as JSON as it stands.
 *
 * @param series how many
 * @param sessions of each
 * @param firstSeed the seeds follow each other from here on
 * @param claims by candidate and horizon, in how many series skill is claimed; no entry for a candidate never compared
 * @param falseClaims series in which skill is claimed at any horizon
 * @param claimShare that over all series, with its 95 % Wilson interval
 * @param unadjusted series in which it would be claimed without the adjustment for several comparisons
 * @param falsePromotions series in which the gate would promote a mean at its first look
 * @param promotionShare that over all series
 * @param scalePromotions series in which it would promote another scale, which is no error
 * @param coverage by horizon, of the 90 % intervals, on average over the series
 * @param alarms by guard, in how many series it fired
 */
record SkillLess(
        int series,
        int sessions,
        long firstSeed,
        SortedMap<String, SortedMap<Integer, Integer>> claims,
        int falseClaims,
        Proportion claimShare,
        int unadjusted,
        int falsePromotions,
        Proportion promotionShare,
        int scalePromotions,
        SortedMap<Integer, Double> coverage,
        SortedMap<String, Integer> alarms) {

    /** Of the series, at most: a level of 5 % promises no more. */
    static final double BAR = 0.05;

    private static final double CONFIDENCE = 0.95;

    static SkillLess of(List<SkillVerdict> verdicts, int sessions, long firstSeed) {
        int claimed = count(verdicts, SkillVerdict::claimsSkill);
        int promoted = count(verdicts, verdict -> !verdict.means().isEmpty());
        return new SkillLess(
                verdicts.size(),
                sessions,
                firstSeed,
                claims(verdicts),
                claimed,
                Wilson.interval(claimed, verdicts.size(), CONFIDENCE),
                count(verdicts, SkillVerdict::unadjusted),
                promoted,
                Wilson.interval(promoted, verdicts.size(), CONFIDENCE),
                count(verdicts, verdict -> !verdict.scales().isEmpty()),
                coverage(verdicts),
                alarms(verdicts));
    }

    /** Whether neither claims nor promotions are more than a level of 5 % allows. */
    boolean holds() {
        return falseClaims <= BAR * series && falsePromotions <= BAR * series;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(series + " series without skill, " + sessions + " sessions each, seeds " + firstSeed + " to "
                + (firstSeed + series - 1));
        lines.add("Series in which Candor says that a candidate for the mean has skill, by horizon in sessions:");
        StringBuilder head = new StringBuilder("%-10s".formatted(""));
        coverage.keySet().forEach(horizon -> head.append("%8d".formatted(horizon)));
        lines.add(head.toString());
        for (Candidate method : Candidates.MEANS) {
            SortedMap<Integer, Integer> counts = claims.get(method.key());
            if (counts != null) {
                StringBuilder line = new StringBuilder("%-10s".formatted(method.key()));
                coverage.keySet().forEach(horizon -> line.append("%8d".formatted(counts.getOrDefault(horizon, 0))));
                lines.add(line.toString());
            }
        }
        lines.add(judged("false claims at any horizon", falseClaims, claimShare));
        lines.add("without the adjustment for several comparisons it would be " + unadjusted);
        lines.add(judged("false promotions of a mean", falsePromotions, promotionShare));
        lines.add("scales promoted: " + scalePromotions + " (no error: GARCH is the truth here)");
        coverage.forEach((horizon, share) -> lines.add(String.format(
                Locale.ROOT, "90 %% interval of horizon %d: covers %.1f %% on average", horizon, 100 * share)));
        lines.add(alarms.isEmpty() ? "no guard fired" : "guards that fired: " + alarms);
        return lines;
    }

    private String judged(String what, int count, Proportion share) {
        return String.format(
                Locale.ROOT,
                "%s: %d of %d = %.1f %% (95 %% interval %.1f to %.1f %%), bar %.0f %%: %s",
                what,
                count,
                series,
                100 * share.value(),
                100 * share.lower(),
                100 * share.upper(),
                100 * BAR,
                count <= BAR * series ? "met" : "MISSED");
    }

    private static int count(List<SkillVerdict> verdicts, Predicate<SkillVerdict> which) {
        return (int) verdicts.stream().filter(which).count();
    }

    private static SortedMap<String, SortedMap<Integer, Integer>> claims(List<SkillVerdict> verdicts) {
        SortedMap<String, SortedMap<Integer, Integer>> claims = new TreeMap<>();
        for (SkillVerdict verdict : verdicts) {
            verdict.judged()
                    .forEach((horizon, names) -> names.forEach(name ->
                            claims.computeIfAbsent(name, key -> new TreeMap<>()).putIfAbsent(horizon, 0)));
            verdict.claims()
                    .forEach((horizon, names) -> names.forEach(name ->
                            claims.computeIfAbsent(name, key -> new TreeMap<>()).merge(horizon, 1, Integer::sum)));
        }
        return claims;
    }

    private static SortedMap<Integer, Double> coverage(List<SkillVerdict> verdicts) {
        SortedMap<Integer, Double> means = new TreeMap<>();
        verdicts.forEach(
                verdict -> verdict.coverage().forEach((horizon, share) -> means.merge(horizon, share, Double::sum)));
        means.replaceAll((horizon, sum) ->
                sum / count(verdicts, verdict -> verdict.coverage().containsKey(horizon)));
        return means;
    }

    private static SortedMap<String, Integer> alarms(List<SkillVerdict> verdicts) {
        SortedMap<String, Integer> alarms = new TreeMap<>();
        verdicts.forEach(verdict -> verdict.alarms().forEach(guard -> alarms.merge(guard, 1, Integer::sum)));
        return alarms;
    }
}
