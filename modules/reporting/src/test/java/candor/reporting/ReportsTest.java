package candor.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import candor.cleaning.PriceBasis;
import candor.cleaning.log.CleaningEntry;
import candor.pipeline.report.ExplorationDocument;
import candor.pipeline.report.ReportModel;
import candor.pipeline.report.ReportModel.HistoryPoint;
import candor.reporting.text.Dates;
import candor.reporting.text.Numerals;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportsTest {

    private static final Reports REPORTS = new Reports();
    private static final ReportModel SAMPLE = SampleModel.of(1500, true);

    static Stream<ReportModel> models() {
        return Stream.of(
                SAMPLE,
                SampleModel.of(1500, false),
                SampleModel.of(1, false),
                SampleModel.of(2, true),
                SampleModel.of(300, true),
                flat(),
                empty());
    }

    private static ReportModel flat() {
        ReportModel m = SampleModel.of(60, false);
        List<HistoryPoint> level = m.history().stream()
                .map(p -> new HistoryPoint(p.session(), 10, 10, 0.01, Double.NaN))
                .toList();
        ExplorationDocument flat = new ExplorationDocument(
                "candor/exploration/1",
                59,
                0,
                0,
                Double.NaN,
                Double.NaN,
                new ExplorationDocument.Histogram(0, 0.01, List.of(59)),
                List.of(Double.NaN),
                List.of(Double.NaN),
                0.25,
                List.of(level.getFirst().session()),
                List.of(new ExplorationDocument.Move(level.getFirst().session(), 0)));
        return new ReportModel(
                m.forecast(),
                m.metrics(),
                m.promotion(),
                level,
                List.of(),
                List.of(),
                m.source(),
                flat,
                "",
                m.sources());
    }

    private static ReportModel empty() {
        ReportModel m = SampleModel.of(30, false);
        return new ReportModel(
                m.forecast(),
                m.metrics(),
                m.promotion(),
                List.of(),
                List.of(),
                List.of(),
                ReportModel.Source.PLAIN,
                null,
                "too few",
                List.of());
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyWritingIsWellFormedAndNamesNoMissingValue(ReportModel model) throws Exception {
        Document html = parse(REPORTS.html(model));
        assertThat(html.getDocumentElement().getTagName()).isEqualTo("html");
        assertThat(parse(REPORTS.fanChart(model)).getDocumentElement().getTagName())
                .isEqualTo("svg");
        for (String text : List.of(html.getDocumentElement().getTextContent(), textOf(REPORTS.pdf(model)))) {
            assertThat(text).doesNotContain("NaN", "null", "Infinity");
        }
        ExplorationDocument exploration = model.exploration();
        if (exploration != null) {
            SortedMap<String, byte[]> plots = REPORTS.exploration(exploration);
            assertThat(plots).containsOnlyKeys("autocorrelation.svg", "distribution.svg", "largest-moves.svg");
            for (byte[] plot : plots.values()) {
                assertThat(parse(plot).getDocumentElement().getAttribute("role"))
                        .isEqualTo("img");
            }
        }
    }

    @Test
    void sameModelSameBytes() {
        Reports other = new Reports();
        ReportModel again = SampleModel.of(1500, true);
        assertThat(other.html(again)).isEqualTo(REPORTS.html(SAMPLE));
        assertThat(other.pdf(again)).isEqualTo(REPORTS.pdf(SAMPLE));
        assertThat(other.fanChart(again)).isEqualTo(REPORTS.fanChart(SAMPLE));
    }

    @Test
    void bothWritingsSayTheSame() throws Exception {
        String html = parse(REPORTS.html(SAMPLE)).getDocumentElement().getTextContent();
        String pdf = textOf(REPORTS.pdf(SAMPLE));
        assertThat(blanksRemoved(pdf))
                .contains(blanksRemoved(SampleModel.STATEMENT))
                .contains("Page1of");
        for (String said : expected()) {
            assertThat(blanksRemoved(html)).as("page").contains(blanksRemoved(said));
            assertThat(blanksRemoved(pdf)).as("PDF").contains(blanksRemoved(said));
        }
        assertThat(html.indexOf("There is no evidence")).isLessThan(html.indexOf("Target session"));
    }

    private static List<String> expected() {
        Map<String, Double> month = SAMPLE.forecast().horizons().getLast().priceQuantiles();
        return List.of(
                SampleModel.STATEMENT,
                "Synthetic stock",
                Numerals.price(month.get("p05")) + " to " + Numerals.price(month.get("p95")),
                Numerals.move(SAMPLE.forecast().horizons().getFirst().expectedShortfall99()),
                SAMPLE.promotion().horizons().getFirst().reason(),
                "it was look 3. Its next look is on "
                        + Dates.full(SAMPLE.promotion().nextLook()),
                "90.1\u00a0%",
                SAMPLE.repairs().getFirst().evidence(),
                SAMPLE.sources().getLast().value(),
                "Christoffersen",
                "Alarm: " + SampleMetrics.ALARM,
                "above 0.05 look for a leak",
                "1 of 2 fired",
                "class 6 of 7",
                "yellow (6)",
                "Pesaran\u2013Timmermann",
                "By the volatility that EWMA forecast",
                "no guarantee");
    }

    @Test
    void pdfCarriesItsForecastsDateAndNoClock() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(REPORTS.pdf(SAMPLE))) {
            assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
                    .hasToString(SAMPLE.forecast().asOf() + "T00:00:00Z");
            assertThat(pdf.getDocumentInformation().getProducer()).isNull();
            assertThat(pdf.getDocumentCatalog().getDocumentOutline().hasChildren())
                    .isTrue();
        }
    }

    @Test
    void repairsBeyondFortyAreCounted() throws Exception {
        ReportModel many = withRepairs(61);
        String text = parse(REPORTS.html(many)).getDocumentElement().getTextContent();
        assertThat(text).contains("And 21 more changes").contains("cleaning.csv");
        assertThat(parse(REPORTS.html(withRepairs(0))).getDocumentElement().getTextContent())
                .contains("Nothing was changed.");
    }

    private static ReportModel withRepairs(int count) {
        return withRepairs(SampleModel.repairs(SAMPLE.history(), count));
    }

    /** Prices are said to be adjusted where they are, and nowhere else. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "adjusted-close    | adjusted for dividends and splits | dividends count as falls",
                "as-traded         | adjusted for dividends and splits | dividends count as falls",
                "already-adjusted  | are not applied again             | dividends count as falls",
                "dividends-unknown | Dividends count as falls          | djusted for dividends",
                "dividends-unknown | Close, logarithmic axis           | Adjusted close",
            })
    void whatPricesAreIsSaid(String prices, String said, String unsaid) throws Exception {
        ReportModel model = withSource(new ReportModel.Source(PriceBasis.ofKey(prices), List.of()));
        for (String text :
                List.of(parse(REPORTS.html(model)).getDocumentElement().getTextContent(), textOf(REPORTS.pdf(model)))) {
            assertThat(blanksRemoved(text)).contains(blanksRemoved(said)).doesNotContain(blanksRemoved(unsaid));
        }
    }

    @Test
    void ofAnOldRunNothingIsClaimed() throws Exception {
        String text = parse(REPORTS.html(withSource(ReportModel.Source.PLAIN)))
                .getDocumentElement()
                .getTextContent();
        assertThat(text).contains("Closes as of this retrieval.").doesNotContain("for dividends", "count as falls");
    }

    @Test
    void whatIsNotReadIsNamedInBothWritings() throws Exception {
        ReportModel model = withSource(
                new ReportModel.Source(PriceBasis.DIVIDENDS_UNKNOWN, List.of("not read: closeadj, lastupdated")));
        assertThat(parse(REPORTS.html(model)).getDocumentElement().getTextContent())
                .contains("Not read: closeadj, lastupdated.");
        assertThat(blanksRemoved(textOf(REPORTS.pdf(model)))).contains("Notread:closeadj,lastupdated.");
    }

    /** A rule that has no words goes by its name, with its evidence. */
    @Test
    void rulesAreInWordsWhereThereAreSome() throws Exception {
        LocalDate day = LocalDate.of(2026, 4, 24);
        ReportModel model = withRepairs(List.of(
                new CleaningEntry(day, "row", "30 rows", "", "dead-rows", "open, high, low and close stand still"),
                new CleaningEntry(day, "close", "1", "2", "quite-new", "because of that")));
        assertThat(parse(REPORTS.html(model)).getDocumentElement().getTextContent())
                .contains("rows without trading, set aside", "stand still", "quite-new", "because of that");
    }

    private static ReportModel withSource(ReportModel.Source source) {
        return with(SAMPLE.repairs(), source);
    }

    private static ReportModel withRepairs(List<CleaningEntry> repairs) {
        return with(repairs, SAMPLE.source());
    }

    private static ReportModel with(List<CleaningEntry> repairs, ReportModel.Source source) {
        return new ReportModel(
                SAMPLE.forecast(),
                SAMPLE.metrics(),
                SAMPLE.promotion(),
                SAMPLE.history(),
                SAMPLE.past(),
                repairs,
                source,
                SAMPLE.exploration(),
                "",
                SAMPLE.sources());
    }

    @Test
    void nothingInTheModelBecomesMarkup() throws Exception {
        Document html = parse(REPORTS.html(HostileModel.of(SAMPLE)));
        assertThat(html.getElementsByTagName("script").getLength()).isZero();
        NodeList all = html.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            assertThat(all.item(i).getAttributes().getNamedItem("onload")).isNull();
        }
        assertThat(html.getDocumentElement().getTextContent().split(HostileModel.SCRIPT, -1))
                .hasSizeGreaterThan(HostileModel.FIELDS);
        assertThat(textOf(REPORTS.pdf(HostileModel.of(SAMPLE)))).contains("<script>");
    }

    @Test
    void writesSamplesToLookAt() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "sample"));
        Files.write(folder.resolve("report.html"), REPORTS.html(SAMPLE));
        Files.write(folder.resolve("summary.pdf"), REPORTS.pdf(SAMPLE));
        Files.write(folder.resolve("fan-chart.svg"), REPORTS.fanChart(SAMPLE));
        Files.write(folder.resolve("flat.pdf"), REPORTS.pdf(flat()));
        Files.write(folder.resolve("short.pdf"), REPORTS.pdf(SampleModel.of(2, true)));
        assertThat(folder.resolve("summary.pdf")).isNotEmptyFile();
    }

    private static String blanksRemoved(String text) {
        return text.replaceAll("[\\s\u00a0]+", "");
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static Document parse(byte[] xml) throws Exception {
        var builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
        assertThat(new String(xml, StandardCharsets.UTF_8)).doesNotContain("NaN");
        return builder.parse(new ByteArrayInputStream(xml));
    }
}
