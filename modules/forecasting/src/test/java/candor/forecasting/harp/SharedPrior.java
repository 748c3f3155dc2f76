package candor.forecasting.harp;

import candor.forecasting.fixture.SharedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The study's dated priors among the shared files. */
final class SharedPrior {

    private SharedPrior() {}

    /** Reads the prior of one horizon, regressors of own bars alone; skips the test where there are no shared files. */
    static Prior read(int horizon) {
        Path file = SharedFiles.require("reference/harp/prior-own-h" + horizon + ".json.gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            JsonNode root = JsonMapper.builder().build().readTree(in);
            List<PriorVersion> versions = new ArrayList<>();
            root.get("versions").forEach(version -> versions.add(version(version)));
            Prior.Weights weights = new Prior.Weights(
                    root.get("lam").asDouble(),
                    root.get("nk").asDouble(),
                    root.get("n0").asDouble());
            return new Prior(horizon, weights, numbers(root.get("levels")), versions);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static PriorVersion version(JsonNode version) {
        List<List<Double>> gram = lists(version.get("gram"));
        List<List<Double>> triangle = new ArrayList<>();
        for (int i = 0; i < gram.size(); i++) {
            triangle.add(gram.get(i).subList(0, i + 1));
        }
        return new PriorVersion(
                LocalDate.parse(version.get("date").asString()),
                triangle,
                numbers(version.get("coef")),
                version.get("k").asDouble(),
                numbers(version.get("temper")),
                lists(version.get("scores")));
    }

    private static List<List<Double>> lists(JsonNode node) {
        List<List<Double>> lists = new ArrayList<>();
        node.forEach(list -> lists.add(numbers(list)));
        return lists;
    }

    private static List<Double> numbers(JsonNode node) {
        List<Double> numbers = new ArrayList<>();
        node.forEach(number -> numbers.add(number.asDouble()));
        return numbers;
    }
}
