// SPDX-License-Identifier: GPL-3.0-or-later
package candor.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.guard.GuardResult;
import candor.pipeline.report.MetricsDocument;
import candor.pipeline.report.Preface;
import candor.pipeline.report.PriceLoss;
import candor.pipeline.report.ReportModel;
import candor.reporting.text.Numerals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What a client asks, answered on the first pages in the client's words. */
class ClientPageTest {

    private static final Reports REPORTS = new Reports();
    private static final ReportModel SAMPLE = withoutAlarm(SampleModel.of(1500, false));

    private static ReportModel withoutAlarm(ReportModel model) {
        MetricsDocument metrics = model.metrics();
        return with(
                model,
                new MetricsDocument(
                        metrics.schema(),
                        metrics.symbol(),
                        metrics.asOf(),
                        metrics.bars(),
                        metrics.marketRisk(),
                        metrics.horizons(),
                        metrics.guards().stream().filter(GuardResult::passed).toList(),
                        metrics.trials(),
                        metrics.statement()),
                Preface.NONE);
    }

    private static String pages(ReportModel model, int from, int to) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(REPORTS.pdf(model))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(from);
            stripper.setEndPage(to);
            return stripper.getText(pdf).replaceAll("[\\s\u00a0]+", " ");
        }
    }

    private static ReportModel with(ReportModel model, MetricsDocument metrics, Preface preface) {
        return new ReportModel(
                model.forecast(),
                metrics,
                model.promotion(),
                model.history(),
                model.past(),
                model.repairs(),
                model.source(),
                model.exploration(),
                "",
                model.sources(),
                preface);
    }

    @Test
    void theFirstPageAnswersWhatAClientAsks() throws IOException {
        var next = SAMPLE.forecast().horizons().getFirst();
        String range = "between $" + Numerals.price(next.priceQuantiles().get("p05")) + " and $"
                + Numerals.price(next.priceQuantiles().get("p95"));
        assertThat(pages(SAMPLE, 1, 1))
                .as("what is the range for the next session?")
                .contains("Nine times in ten STX should close " + range)
                .as("what could I lose?")
                .contains("lose $" + Numerals.count(PriceLoss.ofSum(next.valueAtRisk95())) + " or more")
                .as("will it rise?")
                .contains("Past prices do not tell its direction.", "Chance that it is above the last close")
                .as("how often was it right, lately and in the worst year?")
                .contains("the last 250", "89.6 %", "the worst year, 2024")
                .as("where was it wrong?")
                .contains(
                        "The ranges over 21 sessions held in 60.0 % of the last 250, too seldom: they were too narrow.")
                .as("what changed?")
                .contains("Since the session before: ")
                .as("how risky is it?")
                .contains("class 6")
                .as("is it adjusted for dividends, and in which currency?")
                .contains("Prices are in US dollars, as traded. Past prices are adjusted for dividends and splits.")
                .as("who says so?")
                .contains("The program Candor computed every number")
                .as("when is it out of date?")
                .contains("Out of date after ")
                .doesNotContain("Kupiec", "QLIKE", "log return", "p = ");
    }

    /** A page that held two lines of the first page's last paragraph, and nothing else, looked like a mistake. */
    @Test
    void theFirstPageIsWholeAndThePastBeginsTheSecond() throws IOException {
        assertThat(pages(SAMPLE, 1, 1))
                .contains("no advice to buy or to sell")
                .doesNotContain("How the price has moved");
        assertThat(pages(SAMPLE, 2, 2)).contains("Page 2", "How the price has moved", "Volatility");
        assertThat(pages(SAMPLE, 2, 3)).contains("The worst drawdowns", "Return of each month and year");
    }

    @Test
    void aSyntheticStocksFirstPageIsWholeToo() throws IOException {
        assertThat(pages(withoutAlarm(SampleModel.of(1500, true)), 1, 1))
                .contains("Synthetic stock", "no advice to buy or to sell");
    }

    @Test
    void everyFailedTestHasItsVerdictInWords() throws IOException {
        assertThat(pages(SAMPLE, 3, 20))
                .contains(
                        "uniformity (KS) p = 0.023: outcomes are not spread as forecast",
                        "misses in clusters",
                        "yellow zone",
                        "clusters left unforeseen",
                        "may be chance",
                        "59.5 % (32.9 to 81.5; 252) *");
    }

    @Test
    void whatPeopleAddIsTheirsAndNoMarkup() throws IOException {
        ReportModel model = with(
                SAMPLE,
                SAMPLE.metrics(),
                new Preface(
                        "Ada Byron",
                        "Byron & Daughters",
                        "# Drives <b>sell</b> well.\n\nDebt is <script>falling</script>."));
        String html = new String(REPORTS.html(model), StandardCharsets.UTF_8);
        assertThat(html)
                .contains("Handed out by Ada\u00a0Byron, Byron &amp; Daughters.".replace('\u00a0', ' '))
                .contains("<p># Drives &lt;b&gt;sell&lt;/b&gt; well.</p>")
                .contains("Debt is &lt;script&gt;falling&lt;/script&gt;.")
                .contains("Ada Byron has written this section. Candor has not checked it");
        assertThat(pages(model, 1, 2))
                .contains("The analyst\u2019s words", "# Drives <b>sell</b> well.", "Handed out by Ada Byron");
        assertThat(new String(REPORTS.html(SAMPLE), StandardCharsets.UTF_8)).doesNotContain("analyst", "Handed out by");
    }

    /** Titles are one below the other: a reader of the page without eyes walks by them. */
    @Test
    void contentsLinkToEveryTitle() {
        String html = new String(REPORTS.html(SAMPLE), StandardCharsets.UTF_8);
        List<String> ids = Objects.requireNonNull(java.util.regex.Pattern.compile("<h[23][^>]* id=\"(section-[0-9]+)\"")
                .matcher(html)
                .results()
                .map(result -> result.group(1))
                .toList());
        assertThat(ids).hasSizeGreaterThan(10).doesNotHaveDuplicates();
        assertThat(ids).allSatisfy(id -> assertThat(html).contains("<a href=\"#" + id + "\">"));
    }
}
