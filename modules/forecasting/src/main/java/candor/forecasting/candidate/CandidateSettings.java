package candor.forecasting.candidate;

import candor.forecasting.learning.HyperParameters;
import candor.forecasting.learning.NothingToSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What is set of each candidate.
 *
 * @param byKey in the order of the table, for every candidate that has something to set; one that is not given is as
 *     built in
 */
public record CandidateSettings(Map<String, HyperParameters> byKey) {

    public CandidateSettings {
        byKey.keySet().forEach(Candidates::of);
        Map<String, HyperParameters> all = new LinkedHashMap<>();
        for (Candidate candidate : Candidates.ALL) {
            HyperParameters standard = candidate.standardSettings();
            HyperParameters given = byKey.getOrDefault(candidate.key(), standard);
            if (given.getClass() != standard.getClass()) {
                throw new IllegalArgumentException("candidates." + candidate.key() + " is " + given + "; want "
                        + standard.getClass().getSimpleName());
            }
            if (!(standard instanceof NothingToSet)) {
                all.put(candidate.key(), given);
            }
        }
        byKey = Collections.unmodifiableMap(all);
    }

    /** All as built in. */
    public static CandidateSettings standard() {
        return new CandidateSettings(Map.of());
    }

    /** Those of one candidate. */
    public HyperParameters of(Candidate candidate) {
        return byKey.getOrDefault(candidate.key(), candidate.standardSettings());
    }

    /** The same with other ones of one candidate. */
    public CandidateSettings with(String key, HyperParameters own) {
        Map<String, HyperParameters> others = new LinkedHashMap<>(byKey);
        others.put(key, own);
        return new CandidateSettings(others);
    }

    /** What is tried after a fit that did not converge; 0 for these, 1 to 3 for the next. */
    public CandidateSettings attempt(int attempt) {
        return each(own -> own.attempt(attempt));
    }

    /** The same with so little to fit that guards can fit again and again. */
    public CandidateSettings light() {
        return each(HyperParameters::light);
    }

    /** The seeds of everything random, by key. */
    public SortedMap<String, Long> seeds() {
        SortedMap<String, Long> seeds = new TreeMap<>();
        byKey.forEach((key, own) -> own.randomSeed().ifPresent(seed -> seeds.put(key, seed)));
        return seeds;
    }

    private CandidateSettings each(UnaryOperator<HyperParameters> change) {
        Map<String, HyperParameters> changed = new LinkedHashMap<>();
        byKey.forEach((key, own) -> changed.put(key, change.apply(own)));
        return new CandidateSettings(changed);
    }
}
