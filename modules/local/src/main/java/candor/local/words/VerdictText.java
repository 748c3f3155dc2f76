package candor.local.words;

import candor.pipeline.report.PromotionDocument;
import candor.pipeline.report.PromotionDocument.HorizonVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The gate's verdict as a person reads it on a terminal. */
public final class VerdictText {

    private static final int WIDTH = 100;

    /** A blank before a sign or behind a comparison: no line breaks there. */
    private static final Pattern GLUED = Pattern.compile(" (p(?= [=<>])|[%=<>]|(?<=[=<>] )[0-9])");

    private VerdictText() {}

    /** Who is in service and why; horizons with the same words share them. */
    public static List<String> lines(PromotionDocument promotion) {
        Map<String, List<Integer>> verdicts = new LinkedHashMap<>();
        for (HorizonVerdict verdict : promotion.horizons()) {
            verdicts.computeIfAbsent(verdict.champion() + "; " + verdict.reason() + ".", key -> new ArrayList<>())
                    .add(verdict.sessions());
        }
        List<String> lines = new ArrayList<>();
        lines.add("In service, by the gate's verdict:");
        verdicts.forEach((words, horizons) ->
                wrapped(sessions(horizons) + ": " + words).forEach(line -> lines.add("  " + line)));
        lines.add("  Next look of the gate: " + promotion.nextLook() + ".");
        return lines;
    }

    /** As in {@code 1, 5 and 21 sessions}. */
    static String sessions(List<Integer> horizons) {
        if (horizons.size() == 1) {
            return horizons.getFirst() + (horizons.getFirst() == 1 ? " session" : " sessions");
        }
        List<String> numbers = horizons.stream().map(String::valueOf).toList();
        return String.join(", ", numbers.subList(0, numbers.size() - 1)) + " and " + numbers.getLast() + " sessions";
    }

    /** The text in lines of at most 100 characters. */
    public static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : GLUED.matcher(text).replaceAll("\u00a0$1").split(" ", -1)) {
            if (line.length() + word.length() >= WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word.replace('\u00a0', ' '));
        }
        lines.add(line.toString());
        return lines;
    }
}
