package candor.forecasting.harp;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Priors as lines of text; docs/prior-format.md says what stands where. The same priors give the same bytes. */
public final class PriorText {

    static final String TITLE = "candor prior, format 1";
    static final String END = "end";

    private PriorText() {}

    /** The text, each line ended by a line feed. */
    public static String write(Priors priors) {
        List<String> lines = new ArrayList<>();
        lines.add(TITLE);
        lines.add("about " + priors.about());
        lines.add("symbols " + priors.symbols());
        lines.add("from " + priors.from());
        lines.add("through " + priors.through());
        lines.add("regressors " + String.join(" ", OwnRegressors.NAMES));
        for (Prior prior : priors.horizons()) {
            lines.add("horizon " + prior.horizon());
            Prior.Weights weights = prior.weights();
            lines.add("weights " + numbers(List.of(weights.rows(), weights.outcomes(), weights.scores())));
            lines.add("levels " + numbers(prior.levels()));
            prior.versions().forEach(version -> add(lines, version));
        }
        lines.add(END);
        return String.join("\n", lines) + "\n";
    }

    private static void add(List<String> lines, PriorVersion version) {
        lines.add("version " + version.date());
        lines.add("level " + version.level());
        lines.add("slopes " + numbers(version.slopes()));
        lines.add("coefficients " + numbers(version.coefficients()));
        lines.add(
                "gram " + numbers(version.gram().stream().flatMap(List::stream).toList()));
        for (int j = 0; j < version.scores().size(); j++) {
            boolean asBefore =
                    j > 0 && version.scores().get(j).equals(version.scores().get(j - 1));
            lines.add("scores "
                    + (asBefore ? "as before" : numbers(version.scores().get(j))));
        }
    }

    private static String numbers(List<Double> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /**
     * The priors of a text.
     *
     * @param name of the file, for messages
     * @throws BrokenPrior if the text is none of these, is cut off or holds what no prior can hold
     */
    public static Priors read(String name, String text) {
        return new Reading(name, text.lines().toList()).priors();
    }

    /** Line after line of one text. */
    private static final class Reading {

        private final String name;
        private final List<String> lines;
        private int next;

        Reading(String name, List<String> lines) {
            this.name = name;
            this.lines = lines;
        }

        Priors priors() {
            try {
                return parsed();
            } catch (IllegalArgumentException | DateTimeException wrong) {
                throw new BrokenPrior(name, next, String.valueOf(wrong.getMessage()));
            }
        }

        private Priors parsed() {
            if (lines.isEmpty() || !lines.get(next++).equals(TITLE)) {
                throw new IllegalArgumentException("want '" + TITLE + "'");
            }
            String about = value("about");
            int symbols = Integer.parseInt(value("symbols"));
            LocalDate from = LocalDate.parse(value("from"));
            LocalDate through = LocalDate.parse(value("through"));
            String regressors = value("regressors");
            if (!regressors.equals(String.join(" ", OwnRegressors.NAMES))) {
                throw new IllegalArgumentException("other regressors than this version of Candor makes: " + regressors);
            }
            List<Prior> horizons = new ArrayList<>();
            while (begins("horizon")) {
                horizons.add(prior());
            }
            if (next >= lines.size() || !lines.get(next++).equals(END)) {
                throw new IllegalArgumentException(
                        "want '" + END + "' here: the file is cut off, or lines are mixed up");
            }
            return new Priors(about, symbols, from, through, horizons);
        }

        private Prior prior() {
            int horizon = Integer.parseInt(value("horizon"));
            double[] weights = numbers(value("weights"), 3);
            List<Double> levels = list(value("levels"));
            List<PriorVersion> versions = new ArrayList<>();
            while (begins("version")) {
                versions.add(version(levels.size()));
            }
            return new Prior(horizon, new Prior.Weights(weights[0], weights[1], weights[2]), levels, versions);
        }

        private PriorVersion version(int levels) {
            LocalDate date = LocalDate.parse(value("version"));
            double level = Double.parseDouble(value("level"));
            List<Double> slopes = list(value("slopes"));
            int width = OwnRegressors.NAMES.size();
            List<Double> coefficients = boxed(numbers(value("coefficients"), width));
            double[] gram = numbers(value("gram"), width * (width + 1) / 2);
            List<List<Double>> rows = new ArrayList<>();
            for (int i = 0, first = 0; i < width; first += ++i) {
                rows.add(boxed(Arrays.copyOfRange(gram, first, first + i + 1)));
            }
            List<List<Double>> scores = new ArrayList<>();
            for (int j = 0; j < levels; j++) {
                String line = value("scores");
                boolean asBefore = j > 0 && line.equals("as before");
                scores.add(asBefore ? scores.get(j - 1) : boxed(numbers(line, PriorVersion.SCORES)));
            }
            return new PriorVersion(date, rows, coefficients, level, slopes, scores);
        }

        private boolean begins(String key) {
            return next < lines.size() && lines.get(next).startsWith(key + " ");
        }

        private String value(String key) {
            boolean there = begins(key);
            next++;
            if (!there) {
                throw new IllegalArgumentException(
                        "want a line that begins with '" + key + " ': the file is cut off, or lines are mixed up");
            }
            return lines.get(next - 1).substring(key.length() + 1);
        }

        private static List<Double> list(String line) {
            return boxed(numbers(line, line.split(" ", -1).length));
        }

        private static double[] numbers(String line, int count) {
            String[] cells = line.split(" ", -1);
            if (cells.length != count) {
                throw new IllegalArgumentException(cells.length + " numbers, want " + count);
            }
            double[] numbers = new double[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = Double.parseDouble(cells[i]);
            }
            return numbers;
        }

        private static List<Double> boxed(double[] numbers) {
            return DoubleStream.of(numbers).boxed().toList();
        }
    }
}
