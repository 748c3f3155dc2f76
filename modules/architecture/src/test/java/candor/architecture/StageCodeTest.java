// SPDX-License-Identifier: GPL-3.0-or-later
package candor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import candor.store.checkpoint.CodeDigest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A change of code makes those stages do their work again whose results it may change, and no other. A class is changed by
 * compiling a copy of its source with one more method.
 */
class StageCodeTest {

    private static final String STAGES = "candor.pipeline.stage.";
    private static final String RENDERER = "candor.reporting.Reports";
    private static final String SOURCE = "candor.marketdata.BarSources";

    /** The roots of each stage's code, as the wiring hands them in. */
    private static final Map<String, List<String>> ROOTS = Map.of(
            "ingest", List.of(STAGES + "IngestStage", SOURCE),
            "clean", List.of(STAGES + "CleanStage"),
            "features", List.of(STAGES + "FeaturesStage"),
            "explore", List.of(STAGES + "ExploreStage", RENDERER),
            "train", List.of(STAGES + "TrainStage"),
            "evaluate", List.of(STAGES + "EvaluateStage"),
            "promote", List.of(STAGES + "PromoteStage"),
            "forecast", List.of(STAGES + "ForecastStage"),
            "report", List.of(STAGES + "ReportStage", RENDERER),
            "monitor", List.of(STAGES + "MonitorStage"));

    @TempDir
    Path folder;

    @Test
    void servingBelongsToNoStage() {
        assertThat(changedBy("serving", "candor/serving/api/Freshness")).isEmpty();
    }

    @Test
    void theConsoleBelongsToNoStage() {
        assertThat(changedBy("local", "candor/local/console/RunsPage")).isEmpty();
    }

    @Test
    void theStoreInTheCloudBelongsToNoStage() {
        assertThat(changedBy("aws", "candor/aws/S3ObjectStore")).isEmpty();
    }

    @Test
    void aProvidersClientBelongsToIngest() {
        assertThat(changedBy("marketdata", "candor/marketdata/yahoo/YahooBars")).containsExactly("ingest");
    }

    @Test
    void aChartBelongsToWhatDraws() {
        assertThat(changedBy("reporting", "candor/reporting/chart/FanChart"))
                .contains("report")
                .isSubsetOf("explore", "report");
    }

    @Test
    void aModelBelongsToWhatFitsAndWalks() {
        assertThat(changedBy("forecasting", "candor/forecasting/volatility/Ewma"))
                .contains("train", "evaluate", "forecast")
                .doesNotContain("ingest", "features", "monitor");
    }

    @Test
    void aRuleOfRepairBelongsToClean() {
        assertThat(changedBy("cleaning", "candor/cleaning/repair/Units"))
                .contains("clean")
                .doesNotContain("ingest", "features", "train", "evaluate");
    }

    private SortedSet<String> changedBy(String module, String name) {
        Path source = Tree.file("modules/" + module + "/src/main/java/" + name + ".java");
        Path changed = folder.resolve("changed");
        try {
            String text = Files.readString(source);
            int end = text.lastIndexOf('}');
            Path copy = Files.createDirectories(folder.resolve("source")).resolve(source.getFileName());
            Files.writeString(copy, text.substring(0, end) + "static int oneMore() { return 1; }\n}\n");
            int status = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            null,
                            null,
                            "-nowarn",
                            "-proc:none",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "-d",
                            changed.toString(),
                            copy.toString());
            assertThat(status).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SortedMap<String, String> before = digests(List.of());
        SortedSet<String> stages = new TreeSet<>();
        digests(List.of(changed)).forEach((stage, digest) -> {
            if (!digest.equals(before.get(stage))) {
                stages.add(stage);
            }
        });
        return stages;
    }

    private static SortedMap<String, String> digests(List<Path> first) {
        List<Path> places = new ArrayList<>(first);
        Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1))
                .map(Path::of)
                .forEach(places::add);
        try (URLClassLoader loader =
                new URLClassLoader(places.stream().map(StageCodeTest::url).toArray(URL[]::new), null)) {
            SortedMap<String, String> digests = new TreeMap<>();
            for (Map.Entry<String, List<String>> stage : ROOTS.entrySet()) {
                List<Class<?>> roots = new ArrayList<>();
                for (String root : stage.getValue()) {
                    roots.add(loader.loadClass(root));
                }
                digests.put(stage.getKey(), CodeDigest.of(roots));
            }
            return digests;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a stage was renamed", e);
        }
    }

    private static URL url(Path place) {
        try {
            return place.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
