package candor.local.cli;

import static candor.local.cli.HandSums.csv;
import static candor.local.cli.HandSums.digits;
import static candor.local.cli.HandSums.mean;
import static candor.local.cli.HandSums.number;
import static candor.local.cli.HandSums.numbers;
import static candor.local.cli.HandSums.text;

import candor.store.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The demo's one-session forecast at its last refit session, worked from clean.csv, adjusted.csv, features.csv, model.json
 * the earlier rows of backtest.csv and the text of the prior that ships, as docs/forecasting.md does under 'One row by
 * hand'.
 */
final class RowByHand {

    private static final double GAMMA = 0.002;
    private static final double MISS = 0.1;

    /** How many own outcomes and scores the prior counts as for the next session. */
    private static final int OUTCOMES = 500;

    private static final int SCORES = 1000;

    private final List<Map<String, String>> bars;
    private final List<Map<String, String>> past;
    private final JsonNode model;
    private final Map<String, String> features;
    private final int t;
    private final List<Double> adjusted = new ArrayList<>();
    private final List<Double> r = new ArrayList<>();
    private final List<Double> logRange = new ArrayList<>();

    final double[] x = new double[5];
    final double[] terms = new double[5];
    double fit;
    double sigmaOfLogHar;
    double logScale;
    double level;
    double sigma;
    int scores;
    int issued;
    int missed;
    double alpha;
    double wanted;
    double q;
    private final PriorOfOneSession prior;
    double score;
    double alphaAfter;
    double ridge;
    /** The origin's row of backtest.csv, against which the sums are held. */
    final Map<String, String> stored;

    RowByHand(DemoHome demo) {
        Path files = demo.home().resolve("demo");
        bars = csv(files.resolve("clean.csv"));
        csv(work(demo.home(), "clean", "adjusted.csv")).forEach(row -> adjusted.add(number(row, "adj_close")));
        model = Json.readTree(bytes(files.resolve("model.json"))).path("models");
        String origin = model.path("fittedAt").stringValue();
        t = indexOf(bars, "date", origin);
        features = csv(files.resolve("features.csv")).stream()
                .filter(row -> text(row, "date").equals(origin))
                .findFirst()
                .orElseThrow();
        List<Map<String, String>> daily = csv(files.resolve("backtest.csv")).stream()
                .filter(row -> text(row, "horizon").equals("1"))
                .toList();
        int index = indexOf(daily, "origin", origin);
        stored = daily.get(index);
        past = daily.subList(0, index);
        prior = PriorOfOneSession.of(origin);
        returnsAndRanges();
        volatility();
        harP();
        calibration();
        ridge();
    }

    private static int indexOf(List<Map<String, String>> rows, String column, String wanted) {
        return rows.stream().map(row -> text(row, column)).toList().indexOf(wanted);
    }

    private static Path work(Path home, String stage, String file) {
        try (Stream<Path> found = Files.walk(home.resolve("store/work").resolve(stage))) {
            return found.filter(path -> path.endsWith(file)).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void returnsAndRanges() {
        r.add(Double.NaN);
        logRange.add(Double.NaN);
        for (int s = 1; s <= t; s++) {
            Map<String, String> bar = bars.get(s);
            double close = number(bar, "close");
            double gap = StrictMath.log(number(bar, "open") * adjusted.get(s) / close / adjusted.get(s - 1));
            double range = StrictMath.log(number(bar, "high") / number(bar, "low"));
            double body = StrictMath.log(close / number(bar, "open"));
            double v = gap * gap + range * range / 2 - (2 * StrictMath.log(2) - 1) * body * body;
            logRange.add(StrictMath.log(Math.max(v, 1e-8)));
            r.add(StrictMath.log(adjusted.get(s) / adjusted.get(s - 1)));
        }
    }

    private void volatility() {
        x[0] = logRange.get(t);
        x[1] = mean(logRange, t - 4, t);
        x[2] = mean(logRange, t - 21, t);
        for (int s = t - 4; s <= t; s++) {
            x[3] = Math.max(-r.get(s), 0) / StrictMath.exp(mean(logRange, s - 21, s) / 2);
            x[4] += x[3] / 5;
        }
        List<Double> b = numbers(logHar().path("b"));
        fit = b.getFirst();
        for (int j = 0; j < x.length; j++) {
            terms[j] = b.get(j + 1) * x[j];
            fit += terms[j];
        }
        sigmaOfLogHar = Math.sqrt(logHar().path("k").doubleValue() * StrictMath.exp(fit));
    }

    /** What HAR-P knows of one session ahead; its last row of regressors is the origin's. */
    private JsonNode known() {
        return model.path("candidates")
                .path("harPOwn")
                .path("variances")
                .path("scales")
                .get(0);
    }

    private void harP() {
        List<Double> b = numbers(known().path("coefficients"));
        List<Double> row = regressors();
        for (int j = 0; j < b.size(); j++) {
            logScale += b.get(j) * row.get(j);
        }
        int outcomes = known().path("outcomes").intValue();
        level = (OUTCOMES * prior.level() + known().path("ratios").doubleValue()) / (OUTCOMES + outcomes);
        sigma = Math.sqrt(level * StrictMath.exp(logScale));
    }

    private List<Double> regressors() {
        JsonNode waiting = known().path("waiting");
        return numbers(waiting.get(waiting.size() - 1).path("row"));
    }

    /** Those that HAR-P shares with log-HAR-L, as model.json has them. */
    List<Double> sharedRegressors() {
        return regressors().subList(1, 6);
    }

    private JsonNode logHar() {
        return candidate("logHarL");
    }

    private void calibration() {
        List<Double> known = new ArrayList<>();
        for (Map<String, String> row : past) {
            known.add(Math.abs(number(row, "realised")) / number(row, "sigma"));
            if (!text(row, "p95").isEmpty()) {
                issued++;
                missed += Math.abs(number(row, "realised")) > number(row, "p95") ? 1 : 0;
            }
        }
        scores = known.size();
        alpha = MISS + GAMMA * (MISS * issued - missed);
        wanted = (scores + SCORES + 1) * (1 - alpha);
        q = Stream.concat(known.stream(), prior.scores90().stream())
                .sorted()
                .filter(candidate -> count(known, candidate)
                                + (double) SCORES / prior.scores90().size() * count(prior.scores90(), candidate)
                        >= wanted - 1e-9)
                .findFirst()
                .orElseThrow();
        score = Math.abs(number(stored, "realised")) / sigma;
        alphaAfter = alpha + GAMMA * (MISS - (score > q ? 1 : 0));
    }

    private static long count(List<Double> scores, double atMost) {
        return scores.stream().filter(one -> one <= atMost).count();
    }

    private JsonNode candidate(String key) {
        return model.path("horizons").get(0).path("candidates").path(key);
    }

    private JsonNode ridgeFit() {
        return candidate("ridge").path("fit");
    }

    private List<String> ridgeFeatures() {
        List<String> names = new ArrayList<>();
        candidate("ridge").path("features").forEach(name -> names.add(name.stringValue()));
        return names;
    }

    private double ridgeTerm(int j) {
        double standardised = (number(features, ridgeFeatures().get(j))
                        - numbers(ridgeFit().path("means")).get(j))
                / numbers(ridgeFit().path("deviations")).get(j);
        return numbers(ridgeFit().path("weights")).get(j) * standardised;
    }

    private void ridge() {
        ridge = ridgeFit().path("intercept").doubleValue();
        for (int j = 0; j < ridgeFeatures().size(); j++) {
            ridge += ridgeTerm(j);
        }
    }

    /** The three features by their definitions. */
    Map<String, Double> features() {
        return Map.of(
                "logret", r.get(t),
                "ret_mean5", mean(r, t - 4, t),
                "close_sma5", adjusted.get(t) / mean(adjusted, t - 4, t) - 1);
    }

    Map<String, String> storedFeatures() {
        return features;
    }

    /** The bars that the forecast looks at, with what is made of them. */
    List<String> barsTable() {
        List<String> lines = new ArrayList<>();
        for (int s = t - 26; s <= t; s++) {
            Map<String, String> bar = bars.get(s);
            boolean first = s == t - 26;
            lines.add(
                    "| " + String.join(" | ", text(bar, "date"), text(bar, "open"), text(bar, "high"), text(bar, "low"))
                            + " | " + text(bar, "close") + " | " + digits(adjusted.get(s)) + " | "
                            + (first ? "" : digits(r.get(s))) + " | " + (first ? "" : digits(logRange.get(s))) + " |");
        }
        return lines;
    }

    List<String> volatilityTable() {
        List<Double> b = numbers(logHar().path("b"));
        List<String> names =
                List.of("`ln v[t]`", "mean of `ln v` over 5", "mean of `ln v` over 22", "`x[t]`", "mean of `x` over 5");
        List<String> lines = new ArrayList<>();
        lines.add("| 1 | | " + b.getFirst() + " | " + digits(b.getFirst()) + " |");
        for (int j = 0; j < x.length; j++) {
            lines.add("| " + names.get(j) + " | " + digits(x[j]) + " | " + b.get(j + 1) + " | " + digits(terms[j])
                    + " |");
        }
        return lines;
    }

    List<String> intervalTable() {
        double close = number(bars.get(t), "close");
        double realised = number(stored, "realised");
        return List.of(
                line("log-HAR-L: `fit`", digits(fit), "sum of the terms"),
                line("`k`", logHar().path("k").toString(), "model.json, `logHarL.k`"),
                line("`sqrt(k exp(fit))`", digits(sigmaOfLogHar), "backtest.csv, `sigma_loghar`"),
                line(
                        "HAR-P: `F`",
                        digits(logScale),
                        "`coefficients` times the last `row`, 29 products: model.json, `harPOwn.variances.scales[0]`"),
                line("`k0`", digits(prior.level()), "`level` of the prior's version " + prior.date()),
                line(
                        "`k = (500 k0 + ratios) / (500 + outcomes)`",
                        digits(level),
                        "`ratios` and `outcomes` of `scales[0]`"),
                line("`sigma = sqrt(k exp(F))`", digits(sigma), "backtest.csv, `sigma_harpown` and `sigma`"),
                line("scores known, `m`", Integer.toString(scores), "rows of horizon 1 before the origin"),
                line("missed", Integer.toString(missed), "those of them with `abs(realised) > p95`"),
                line("`alpha = 0.1 + 0.002 (0.1 m - missed)`", digits(alpha), "alpha moves with every outcome"),
                line("`(m + 1000 + 1)(1 - alpha)`", digits(wanted), "the prior counts as 1000 scores"),
                line(
                        "`q`",
                        digits(q),
                        "the smallest score up to which own scores, and 1000/399 for each of the version's third line of"
                                + " `scores`, add up to that"),
                line("`q sigma`", digits(q * sigma), "backtest.csv, `p95`; `p05` is its negative"),
                line(
                        "prices",
                        digits(close * StrictMath.exp(-q * sigma)) + " to " + digits(close * StrictMath.exp(q * sigma)),
                        "close times `exp(-q sigma)` and `exp(q sigma)`"),
                line(
                        "label `y = r[t+1]`",
                        digits(realised),
                        "backtest.csv, `realised`, known at " + text(stored, "target")),
                line("score `abs(y) / sigma`", digits(score), (score > q ? "above" : "not above") + " q"),
                line("alpha after it", digits(alphaAfter), "alpha + 0.002 (0.1 - " + (score > q ? 1 : 0) + ")"));
    }

    List<String> ridgeTable() {
        List<String> lines = new ArrayList<>();
        double others = ridge - ridgeFit().path("intercept").doubleValue();
        for (String name : List.of("logret", "ret_mean5", "close_sma5")) {
            int j = ridgeFeatures().indexOf(name);
            others -= ridgeTerm(j);
            lines.add("| `" + name + "` | " + digits(number(features, name)) + " | "
                    + digits(numbers(ridgeFit().path("means")).get(j)) + " | "
                    + digits(numbers(ridgeFit().path("deviations")).get(j)) + " | "
                    + digits(numbers(ridgeFit().path("weights")).get(j)) + " | " + digits(ridgeTerm(j)) + " |");
        }
        lines.add("| the other " + (ridgeFeatures().size() - 3) + " | | | | | " + digits(others) + " |");
        lines.add("| intercept `a` | | | | | "
                + digits(ridgeFit().path("intercept").doubleValue()) + " |");
        lines.add("| forecast | | | | | " + digits(ridge) + " |");
        return lines;
    }

    private static String line(String quantity, String value, String where) {
        return "| " + quantity + " | " + value + " | " + where + " |";
    }
}
