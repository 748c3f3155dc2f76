package candor.local.words;

import candor.forecasting.market.Symbol;
import candor.pipeline.champion.Champions.Decider;
import candor.pipeline.champion.Champions.InService;
import candor.pipeline.champion.Champions.Term;
import candor.pipeline.champion.Looks;
import candor.pipeline.champion.Serving;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is in service, as a person reads it on a terminal.
 *
 * @param terms at least one
 * @param nextLook of the gate; null where it has not said
 */
public record ChampionText(
        Symbol symbol, List<Term> terms, @Nullable LocalDate nextLook) {

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(symbol + ": in service after " + terms.getLast().asOf());
        lines.add("");
        lines.add(String.format(
                Locale.ROOT, "%8s  %-8s  %-10s  %-10s  %s", "sessions", "mean", "volatility", "since", "by"));
        Serving.after(terms)
                .forEach((sessions, serving) -> lines.add(String.format(
                        Locale.ROOT,
                        "%8d  %-8s  %-10s  %-10s  %s",
                        sessions,
                        serving.latest().mean(),
                        serving.latest().scale(),
                        serving.since().asOf(),
                        serving.since().by().key())));
        Map<String, List<Integer>> reasons = new LinkedHashMap<>();
        Serving.after(terms).forEach((sessions, serving) -> {
            note(reasons, serving.since().asOf() + ", " + serving.appointed().reason(), sessions);
            note(reasons, terms.getLast().asOf() + ", " + serving.latest().reason(), sessions);
        });
        reasons.forEach((reason, horizons) -> {
            lines.add("");
            lines.addAll(VerdictText.wrapped(VerdictText.sessions(horizons) + ": " + reason));
        });
        lines.add("");
        lines.add(looks());
        return lines;
    }

    private static void note(Map<String, List<Integer>> reasons, String reason, int sessions) {
        List<Integer> horizons = reasons.computeIfAbsent(reason, key -> new ArrayList<>());
        if (!horizons.contains(sessions)) {
            horizons.add(sessions);
        }
    }

    private String looks() {
        Looks looks = Looks.after(terms);
        String past = looks.count() == 0
                ? "The gate has not looked yet"
                : "Looks of the gate: " + looks.count() + ", the last on " + looks.last();
        return past + (nextLook == null ? "." : "; the next on " + nextLook + ".");
    }

    public List<String> history() {
        List<String> lines = new ArrayList<>();
        lines.add(symbol + ": decisions, oldest first");
        for (Term term : terms) {
            lines.add("");
            lines.add(title(term));
            Map<String, List<Integer>> verdicts = new LinkedHashMap<>();
            for (InService serving : term.horizons()) {
                note(verdicts, serving.mean() + " + " + serving.scale() + "; " + serving.reason(), serving.sessions());
            }
            verdicts.forEach((verdict, horizons) -> VerdictText.wrapped(VerdictText.sessions(horizons) + ": " + verdict)
                    .forEach(line -> lines.add("  " + line)));
        }
        return lines;
    }

    private static String title(Term term) {
        String look = term.look() == 0
                ? "no look yet"
                : "look " + term.look() + (term.asOf().equals(term.lookedAt()) ? "" : " was on " + term.lookedAt());
        return term.asOf() + "  "
                + (term.by() == Decider.GATE
                        ? "gate, run " + term.run()
                                + (term.person() == null
                                        ? ""
                                        : ", answered by " + term.person() + ", " + term.decided())
                        : "person, " + term.decided() + ": champions of run " + term.run())
                + "; " + look;
    }

    public Map<String, Object> document() {
        Looks looks = Looks.after(terms);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("symbol", symbol);
        document.put("asOf", terms.getLast().asOf());
        document.put(
                "horizons",
                Serving.after(terms).values().stream()
                        .map(ChampionText::horizon)
                        .toList());
        document.put("look", looks.count());
        putIfPresent(document, "lookedAt", looks.last());
        putIfPresent(document, "nextLook", nextLook);
        return document;
    }

    private static Map<String, Object> horizon(Serving serving) {
        Map<String, Object> horizon = new LinkedHashMap<>();
        horizon.put("sessions", serving.latest().sessions());
        horizon.put("mean", serving.latest().mean());
        horizon.put("scale", serving.latest().scale());
        horizon.put("since", serving.since().asOf());
        horizon.put("by", serving.since().by());
        horizon.put("run", serving.since().run());
        horizon.put("why", serving.appointed().reason());
        horizon.put("verdict", serving.latest().verdict());
        horizon.put("reason", serving.latest().reason());
        return horizon;
    }

    private static void putIfPresent(Map<String, Object> document, String name, @Nullable Object value) {
        if (value != null) {
            document.put(name, value);
        }
    }
}
