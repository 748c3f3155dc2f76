package candor.local.console;

import static candor.local.console.Visitor.elements;
import static candor.local.console.Visitor.texts;
import static org.assertj.core.api.Assertions.assertThat;

import candor.pipeline.report.ForecastDocument;
import candor.serving.api.SampleForecasts;
import candor.serving.api.SampleReports;
import candor.store.checkpoint.CheckpointRef;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ConsolePagesTest extends ConsoleTest {

    private static final ForecastDocument STX = SampleForecasts.of("STX", FRIDAY, false, "No evidence of skill.");

    @Test
    void emptyConsoleSaysWhatToRun() throws Exception {
        Document page = visitor.page("/");

        assertThat(texts(page, "main").getFirst())
                .contains("There is no forecast yet")
                .contains("./candor demo")
                .contains("No run has been started here yet");
        assertThat(texts(visitor.page("/runs"), "main").getFirst()).contains("./candor demo");
    }

    @Test
    void forecastIsShownWithStatementTableAndChart() throws Exception {
        publishWithReport(STX);

        Document page = visitor.page("/");

        assertThat(texts(page, "h2")).containsExactly("STX", "Latest runs");
        String section = texts(page, "section").getFirst();
        assertThat(section)
                .contains("Forecast from the close of 2026-04-24 at 412.30. This is the last finished session.")
                .contains("No evidence of skill.")
                .doesNotContain("Stale")
                .doesNotContain("Synthetic");
        // Three horizons, each with its own target; 412.30 exp(-1.645 x 0.026) = 395.04.
        assertThat(texts(page, "tr"))
                .anySatisfy(row -> assertThat(row)
                        .startsWith("1\u00a0session2026-04-27412.30")
                        .contains("395.04 \u2013 430.32"))
                .anySatisfy(row -> assertThat(row).startsWith("5\u00a0sessions2026-05-01"))
                .anySatisfy(row -> assertThat(row).startsWith("21\u00a0sessions2026-05-26"));
        assertThat(elements(page, "img").getFirst().getAttribute("src")).isEqualTo("/charts/STX.svg");
        assertThat(elements(page, "img").getFirst().getAttribute("alt")).contains("Fan chart of STX");
        assertThat(visitor.get("/charts/STX.svg").body()).isEqualTo(SampleReports.CHART);
    }

    @Test
    void everyLinkOfThePageLeadsSomewhere() throws Exception {
        publishWithReport(SampleForecasts.of("^GSPC", FRIDAY, false, "An index."));
        runs.add(SampleRuns.succeeded("a b/c?d#e%"));

        Document page = visitor.page("/");

        assertThat(elements(page, "a")).hasSizeGreaterThan(8);
        for (Element link : elements(page, "a")) {
            String target = link.getAttribute("href");
            assertThat(visitor.get(target).statusCode()).as(target).isEqualTo(200);
        }
    }

    @Test
    void forecastWithoutReportHasNoChart() throws Exception {
        SampleForecasts.publish(store, STX);

        Document page = visitor.page("/");

        assertThat(elements(page, "img")).isEmpty();
        assertThat(texts(page, "section").getFirst()).contains("no report on this forecast yet");
        HttpResponse<String> report = visitor.get("/reports/STX");
        assertThat(report.statusCode()).isEqualTo(404);
        assertThat(report.body()).contains("./candor run STX");
    }

    @Test
    void staleAndSyntheticAreMarked() throws Exception {
        SampleForecasts.publish(store, SampleForecasts.of("OLD", LocalDate.parse("2026-04-01"), false, "Old."));
        SampleForecasts.publish(store, SampleForecasts.of("DEMO", LocalDate.parse("2020-01-02"), true, "Made up."));

        Document page = visitor.page("/");

        assertThat(texts(page, "section").get(0)).contains("Synthetic stock").doesNotContain("Stale");
        assertThat(texts(page, "section").get(1)).contains("Stale: 16 sessions finished since");
    }

    @Test
    void damagedForecastIsSaidAndHidesNoOther() throws Exception {
        CheckpointRef damaged = SampleForecasts.publish(store, SampleForecasts.of("ABC", FRIDAY, false, "Damaged."));
        store.damage(damaged.key(), "{}".getBytes(StandardCharsets.UTF_8));
        SampleForecasts.publish(store, STX);

        Document page = visitor.page("/");

        assertThat(texts(page, "section").get(0)).contains("cannot be shown").contains("is damaged");
        assertThat(texts(page, "section").get(1)).contains("No evidence of skill.");
        assertThat(visitor.get("/reports/ABC").statusCode()).isEqualTo(500);
    }

    @Test
    void runIsShownStateByState() throws Exception {
        runs.add(SampleRuns.succeeded("evening"));

        Document page = visitor.page("/runs/evening");

        assertThat(texts(page, "h1")).containsExactly("Run evening");
        assertThat(texts(page, "dd"))
                .containsExactly(
                        "succeeded", "STX", "2026-04-24 18:30:00", "2026-04-24 18:31:23", "1\u00a0min 23\u00a0s");
        assertThat(texts(page, "tr"))
                .contains("Ingestsucceeded2026-04-24 18:30:001.2\u00a0s1reused5879 bars from csv")
                .contains("Featuressucceeded2026-04-24 18:30:001.2\u00a0s25627 complete rows of 5877")
                .anySatisfy(row -> assertThat(row)
                        .startsWith("Explorefailed, run continued")
                        .contains("candor.store.failure.StoreUnavailable")
                        .contains("check space and permissions"));
        assertThat(elements(page, "time").getFirst().getAttribute("datetime")).isEqualTo("2026-04-24T22:30:00Z");
    }

    @Test
    void failedRunSaysWhyAndHowToGoOn() throws Exception {
        runs.add(SampleRuns.failed("broken"));

        assertThat(texts(visitor.page("/runs/broken"), "main").getFirst())
                .contains("candor.store.failure.HaltedForManualCheck")
                .contains("look at cleaning.csv")
                .contains("start a new run, of a file with --csv FILE: ./candor run ABC")
                .doesNotContain("redrive");
    }

    @Test
    void onlyWhatStillRunsIsLoadedAgain() throws Exception {
        runs.add(SampleRuns.succeeded("done"));
        assertThat(visitor.get("/runs").body()).doesNotContain("http-equiv");

        runs.add(SampleRuns.running("going"));

        assertThat(visitor.get("/runs").body()).contains("<meta http-equiv=\"refresh\" content=\"30\"/>");
        assertThat(visitor.get("/runs/going").body()).contains("http-equiv");
        assertThat(visitor.get("/runs/done").body()).doesNotContain("http-equiv");
        assertThat(visitor.get("/").body()).doesNotContain("http-equiv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/runs", "/runs/%3Cscript%3Ealert(%221%22)%3C%2Fscript%3E%26%27"})
    void hostileTextStaysText(String target) throws Exception {
        SampleForecasts.publish(store, SampleForecasts.of("STX", FRIDAY, false, SampleRuns.HOSTILE));
        runs.add(SampleRuns.hostile());

        HttpResponse<String> response = visitor.get(target);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(elements(Visitor.parse(response.body()), "script")).isEmpty();
        assertThat(response.body())
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/runs", "/runs/evening", "/nowhere"})
    void pagesHaveLandmarksAndNamedTables(String target) throws Exception {
        publishWithReport(STX);
        runs.add(SampleRuns.succeeded("evening"));

        Document page = visitor.page(target);

        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(elements(page, "main")).hasSize(1);
        assertThat(elements(page, "h1")).hasSize(1);
        assertThat(elements(page, "nav").getFirst().getAttribute("aria-label")).isNotEmpty();
        assertThat(elements(page, "a").getFirst().getAttribute("href")).isEqualTo("#main");
        assertThat(elements(page, "table"))
                .allSatisfy(
                        table -> assertThat(table.getFirstChild().getNodeName()).isEqualTo("caption"));
        assertThat(elements(page, "th"))
                .allSatisfy(heading -> assertThat(heading.getAttribute("scope")).isIn("row", "col"));
    }

    private void publishWithReport(ForecastDocument forecast) {
        CheckpointRef checkpoint = SampleForecasts.publish(store, forecast);
        new SampleReports(store).record(forecast, checkpoint, "evening", SampleRuns.START, "the report");
    }
}
