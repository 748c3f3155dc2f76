package candor.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.pipeline.stage.StageName;
import candor.store.json.Json;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code candor demo}, and what can be asked of its run. */
@ExtendWith(DemoHome.Shared.class)
class DemoTest {

    private static final List<String> FILES = List.of(
            "forecast.json",
            "metrics.json",
            "predictions.csv",
            "backtest.csv",
            "report.html",
            "summary.pdf",
            "raw.csv",
            "clean.csv",
            "cleaning.csv",
            "features.csv",
            "model.json");

    @Test
    void endsWithTheForecastAndItsFiles(DemoHome demo) {
        assertThat(demo.first().err()).contains("nothing here is a real price", "Execution demo");
        assertThat(demo.first().status()).as(demo.first().err()).isZero();
        assertThat(demo.first().out())
                .contains("SYNTH as of 2025-12-31", "a synthetic stock", "90 % interval", "./candor serve")
                .containsPattern("(?s)No evidence|better than|cannot");
        for (String file : FILES) {
            Path path = demo.home().resolve("demo").resolve(file);
            assertThat(path).isNotEmptyFile();
            assertThat(demo.first().out()).contains(path.toString());
        }
    }

    @Test
    void keepsStateUnderItsHomeOnly(DemoHome demo) {
        assertThat(demo.home()).isDirectoryContaining("glob:**/store").isDirectoryContaining("glob:**/ledger.db");
        assertThat(demo.home().resolve("logs/evaluate.log")).isNotEmptyFile();
        assertThat(demo.home().getParent()).isDirectoryNotContaining(path -> !path.equals(demo.home()));
    }

    @Test
    void secondDemoReusesEveryStage(DemoHome demo) {
        Terminal.Answer second = demo.terminal().type("demo");

        assertThat(second.status()).isZero();
        assertThat(second.out()).contains("10 of 10 stages were reused");
        assertThat(second.err().lines().filter(line -> line.contains("reused: ")))
                .hasSize(StageName.values().length);
    }

    @Test
    void anotherHomeHoldsTheSameBytes(DemoHome demo, @TempDir Path folder) {
        Terminal other = new Terminal(folder.resolve("another home"), folder);

        assertThat(other.type("demo").status()).isZero();

        assertThat(Artefacts.ofWork(folder.resolve("another home"))).isEqualTo(Artefacts.ofWork(demo.home()));
        assertThat(Artefacts.of(folder.resolve("another home/demo")))
                .isEqualTo(Artefacts.of(demo.home().resolve("demo")));
    }

    @Test
    void isListedAmongTheExecutions(DemoHome demo) {
        Terminal.Answer list = demo.terminal().type("executions");
        assertThat(list.status()).isZero();
        assertThat(list.out()).containsPattern("(?m)^demo +SUCCEEDED +2026-04-25T");

        Terminal.Answer lines = demo.terminal().type("executions", "--json");
        assertThat(lines.out().lines().map(DemoTest::json))
                .anySatisfy(line -> assertThat(line.path("name").stringValue()).isEqualTo("demo"));
    }

    @Test
    void showsItsHistory(DemoHome demo) {
        Terminal.Answer history = demo.terminal().type("executions", "demo");
        assertThat(history.status()).isZero();
        assertThat(history.out()).contains("ExecutionStarted", "ParallelStateEntered", "ExecutionSucceeded");
        for (StageName stage : StageName.values()) {
            assertThat(history.out())
                    .containsPattern("(?mi)TaskStateEntered +" + stage.key() + "$")
                    .containsPattern("(?mi)TaskStateExited +" + stage.key() + "$");
        }

        Terminal.Answer lines = demo.terminal().type("executions", "demo", "--json");
        assertThat(lines.out().lines().map(DemoTest::json))
                .allSatisfy(line -> assertThat(line.path("type").isString()).isTrue());
    }

    /** Step Functions takes 256 KiB between states, and data have no place there: a quarter of it is far more than needed. */
    @Test
    void onlyReferencesTravelBetweenStates(DemoHome demo) {
        assertThat(demo.terminal().type("executions", "demo", "--json").out().lines())
                .hasSizeGreaterThan(40)
                .allSatisfy(event -> assertThat(event.getBytes(UTF_8)).hasSizeLessThan(64 * 1024));
    }

    @Test
    void reportIsWrittenAgainAlone(DemoHome demo, @TempDir Path folder) {
        Terminal.Answer report = demo.terminal()
                .type("report", "demo", "--out", folder.resolve("r").toString());

        assertThat(report.status()).as(report.err()).isZero();
        assertThat(report.out()).contains(folder.resolve("r/summary.pdf").toString());
        assertThat(Artefacts.of(folder.resolve("r")))
                .isEqualTo(Artefacts.of(demo.home().resolve("demo")));
    }

    @Test
    void evaluateScoresAPeriod(DemoHome demo) {
        Terminal.Answer whole = demo.terminal().type("evaluate", "SYNTH");
        assertThat(whole.status()).as(whole.err()).isZero();
        assertThat(whole.out()).contains("Horizon 1 session, ", "Horizon 5 sessions, ", "QLIKE", "coverage");

        Terminal.Answer part =
                demo.terminal().type("evaluate", "SYNTH", "--from", "2024-01-02", "--to", "2024-12-31", "--json");
        JsonNode document = json(part.out());
        assertThat(document.path("from").stringValue()).isEqualTo("2024-01-02");
        assertThat(document.path("horizons").size()).isEqualTo(3);
        assertThat(document.path("horizons")
                        .get(0)
                        .path("origins")
                        .path("count")
                        .intValue())
                .isEqualTo(252);
    }

    @Test
    void outcomeForAScriptIsJsonAlone(DemoHome demo, @TempDir Path folder) {
        Terminal.Answer answer = demo.terminal()
                .type("demo", "--json", "--out", folder.resolve("o").toString());

        assertThat(answer.status()).isZero();
        JsonNode document = json(answer.out());
        assertThat(document.path("status").stringValue()).isEqualTo("SUCCEEDED");
        assertThat(document.path("forecast").path("symbol").stringValue()).isEqualTo("SYNTH");
        assertThat(document.path("stages").size()).isEqualTo(10);
        assertThat(document.path("files").size()).isEqualTo(FILES.size());
        assertThat(answer.err()).contains("Ingest", "Monitor");
    }

    @Test
    void redriveLeavesASucceededRunAlone(DemoHome demo) {
        Terminal.Answer answer = demo.terminal().type("redrive", "demo");

        assertThat(answer.status()).isEqualTo(Failures.BAD_INPUT);
        assertThat(answer.err()).contains("demo is SUCCEEDED", "only FAILED");
    }

    @Test
    void periodWithoutOutcomeIsRefused(DemoHome demo) {
        Terminal.Answer future = demo.terminal().type("evaluate", "SYNTH", "--from", "2026-01-02");
        assertThat(future.status()).isEqualTo(Failures.BAD_INPUT);
        assertThat(future.err()).contains("no outcome between 2026-01-02", "the back-test has targets");

        Terminal.Answer early = demo.terminal().type("evaluate", "SYNTH", "--from", "1999-01-04", "--to", "1999-02-01");
        assertThat(early.status()).isEqualTo(Failures.BAD_INPUT);
        assertThat(early.err()).contains("no outcome between 1999-01-04 and 1999-02-01", "the back-test has targets");

        Terminal.Answer exchanged =
                demo.terminal().type("evaluate", "SYNTH", "--from", "2024-02-01", "--to", "2024-01-02");
        assertThat(exchanged.status()).isEqualTo(Failures.BAD_INPUT);
        assertThat(exchanged.err()).contains("--to 2024-01-02 lies before --from 2024-02-01");
    }

    private static JsonNode json(String text) {
        return Json.readTree(text.getBytes(UTF_8));
    }
}
