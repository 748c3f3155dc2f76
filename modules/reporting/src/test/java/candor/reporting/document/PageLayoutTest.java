package candor.reporting.document;

import static org.assertj.core.api.Assertions.assertThat;

import candor.reporting.document.Block.Cells;
import candor.reporting.document.Block.Column;
import candor.reporting.document.Block.Group;
import candor.reporting.document.Block.Heading;
import candor.reporting.document.Block.Paragraph;
import candor.reporting.document.Block.Row;
import candor.reporting.document.Block.Statement;
import candor.reporting.document.Block.Table;
import candor.reporting.plot.Mark;
import candor.reporting.plot.Mark.Anchor;
import candor.reporting.plot.Mark.Label;
import candor.reporting.plot.Typeface;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PageLayoutTest {

    private static final Typeface TYPEFACE = Typeface.bundled();

    /** Where a line of text is. */
    private record Extent(double left, double right, double top, double bottom, String text) {
        static Extent of(Label label) {
            double width = TYPEFACE.width(label.text(), label.size());
            double left = label.x() - (label.anchor() == Anchor.END ? width : 0);
            return new Extent(left, left + width, label.y() - label.size() * 0.7, label.y(), label.text());
        }

        boolean overlaps(Extent other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    @Test
    void textStaysOnThePageAndApart() {
        for (long seed = 0; seed < 8; seed++) {
            for (Sheet page : PageLayout.of(random(seed), TYPEFACE).pages()) {
                List<Extent> seen = new ArrayList<>();
                for (Mark mark : page.marks()) {
                    if (mark instanceof Label label && !label.text().isEmpty()) {
                        Extent extent = Extent.of(label);
                        assertThat(extent.left).as("seed %s: %s", seed, label).isGreaterThan(40);
                        assertThat(extent.right).as("seed %s: %s", seed, label).isLessThan(Pages.WIDTH - 40);
                        assertThat(extent.bottom).as("seed %s: %s", seed, label).isLessThan(Pages.HEIGHT - 25);
                        assertThat(seen.stream().filter(extent::overlaps))
                                .as("seed %s: %s", seed, extent)
                                .isEmpty();
                        seen.add(extent);
                    }
                }
            }
        }
    }

    @Test
    void noWordIsLost() {
        for (long seed = 0; seed < 8; seed++) {
            Document document = random(seed);
            StringBuilder said = new StringBuilder();
            for (Sheet page : PageLayout.of(document, TYPEFACE).pages()) {
                page.marks().forEach(m -> said.append(m instanceof Label label && isBody(label) ? label.text() : ""));
            }
            String all = said.toString().replace(" ", "");
            for (Block block : document.blocks()) {
                if (block instanceof Paragraph paragraph) {
                    assertThat(all.contains(paragraph.text().replace(" ", "")))
                            .as("seed %s: %.30s...", seed, paragraph.text())
                            .isTrue();
                }
            }
        }
    }

    /** Neither head nor foot of a page. */
    private static boolean isBody(Label label) {
        return label.y() > 45 && label.y() < Pages.HEIGHT - 40;
    }

    @Test
    void headingsGoWithWhatFollows() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            blocks.add(new Heading("Heading"));
            blocks.add(new Paragraph("Paragraph"));
        }
        for (Sheet page : PageLayout.of(document(blocks), TYPEFACE).pages()) {
            List<String> texts = new ArrayList<>();
            page.marks().forEach(m -> texts.add(m instanceof Label label ? label.text() : ""));
            assertThat(texts.lastIndexOf("Paragraph")).isGreaterThan(texts.lastIndexOf("Heading"));
        }
    }

    private static Document random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Statement(words(random, random.nextInt(1, 900))));
        for (int i = 0; i < 12; i++) {
            blocks.add(new Heading(words(random, 3)));
            blocks.add(random.nextBoolean() ? new Paragraph(words(random, random.nextInt(1, 400))) : table(random));
        }
        return document(blocks);
    }

    private static Document document(List<Block> blocks) {
        return new Document("Title", "Subtitle", "Running", LocalDate.of(2026, 4, 24), blocks);
    }

    private static Table table(SplittableRandom random) {
        int n = random.nextInt(2, 9);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            columns.add(new Column(words(random, 2), i > 0 && random.nextInt(4) == 0));
        }
        List<Row> rows = new ArrayList<>();
        for (int r = random.nextInt(60); r >= 0; r--) {
            List<String> texts = new ArrayList<>();
            for (Column column : columns) {
                boolean huge = r == 7 && !column.numeric();
                texts.add(column.numeric() ? "1,234.5" : words(random, huge ? 300 : random.nextInt(0, 9)));
            }
            rows.add(new Cells(texts, random.nextBoolean()));
            if (r % 10 == 5) {
                rows.add(new Group(words(random, 5)));
            }
        }
        return new Table(words(random, 4), columns, rows);
    }

    private static String words(SplittableRandom random, int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int length = random.nextInt(50) == 0 ? random.nextInt(30, 90) : random.nextInt(1, 12);
            out.append(i == 0 ? "" : " ");
            for (int c = 0; c < length; c++) {
                out.append((char) ('a' + random.nextInt(26)));
            }
        }
        return out.toString();
    }
}
