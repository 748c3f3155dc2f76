package candor.pipeline.stage;

import candor.forecasting.candidate.Candidates;
import candor.forecasting.market.Symbol;
import candor.forecasting.walkforward.Champion;
import candor.pipeline.champion.Champions;
import candor.pipeline.champion.Champions.Decider;
import candor.pipeline.champion.Champions.Term;
import candor.pipeline.champion.Looks;
import candor.pipeline.champion.Serving;
import candor.pipeline.report.PromotionDocument.Methods;
import candor.store.checkpoint.Digest;
import candor.store.checkpoint.Input;
import candor.store.json.Json;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is in service when a run begins, and how often the gate has looked by then.
 *
 * @param champions by horizon
 * @param byPerson the day of the decision, where a person put the horizon's champion in service
 * @param look 0 before the first look
 * @param lookedAt asOf of the last look; null before the first
 */
record Incumbents(
        SortedMap<Integer, Champion> champions,
        SortedMap<Integer, LocalDate> byPerson,
        int look,
        @Nullable LocalDate lookedAt) {

    /** The first champion at every horizon: in service until another has won its place. */
    static Incumbents first(List<Integer> horizons) {
        SortedMap<Integer, Champion> champions = new TreeMap<>();
        horizons.forEach(sessions -> champions.put(sessions, Champion.first(sessions)));
        return new Incumbents(champions, new TreeMap<>(), 0, null);
    }

    /** As a run of that day sees them; a horizon that no term names has the first champion. */
    static Incumbents of(Champions history, Symbol symbol, LocalDate asOf, List<Integer> horizons) {
        List<Term> terms = history.termsFor(symbol, asOf);
        SortedMap<Integer, Champion> champions = first(horizons).champions();
        SortedMap<Integer, LocalDate> byPerson = new TreeMap<>();
        Serving.after(terms).forEach((sessions, serving) -> {
            if (champions.replace(sessions, serving.latest().champion()) != null
                    && serving.since().by() == Decider.PERSON) {
                byPerson.put(sessions, serving.since().asOf());
            }
        });
        Looks looks = Looks.after(terms);
        return new Incumbents(champions, byPerson, looks.count(), looks.last());
    }

    /** Who was in service before the day, as an input; whether by a verdict or because nobody was appointed yet. */
    Input toInput(LocalDate asOf) {
        return new Input("champions before " + asOf, Digest.of(Json.write(named())));
    }

    /** The same with all that the gate wants to know of its past. */
    Input toInputWithLooks(LocalDate asOf) {
        return new Input(
                "champions and looks before " + asOf,
                Digest.of(Json.write(new Pinned(named(), byPerson, look, lookedAt))));
    }

    private record Pinned(
            Map<Integer, Methods> champions,
            Map<Integer, LocalDate> byPerson,
            int look,
            @Nullable LocalDate lookedAt) {}

    private SortedMap<Integer, Methods> named() {
        SortedMap<Integer, Methods> named = new TreeMap<>();
        champions.forEach((sessions, champion) -> named.put(sessions, Methods.of(champion)));
        return named;
    }

    /** Who forecasts where some candidates are left out: a champion among them is replaced by its fallback. */
    SortedMap<Integer, Champion> forecasters(Collection<String> without) {
        SortedMap<Integer, Champion> forecasters = new TreeMap<>();
        champions.forEach((sessions, champion) -> forecasters.put(
                sessions,
                new Champion(
                        Candidates.standIn(champion.mean(), without), Candidates.standIn(champion.scale(), without))));
        return forecasters;
    }
}
