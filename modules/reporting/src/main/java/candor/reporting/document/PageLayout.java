package candor.reporting.document;

import candor.reporting.document.Block.Banner;
import candor.reporting.document.Block.Bullets;
import candor.reporting.document.Block.Heading;
import candor.reporting.document.Block.Note;
import candor.reporting.document.Block.Paragraph;
import candor.reporting.document.Block.Part;
import candor.reporting.document.Block.Picture;
import candor.reporting.document.Block.Statement;
import candor.reporting.document.Block.Table;
import candor.reporting.document.Tag.Kind;
import candor.reporting.plot.Ink;
import candor.reporting.plot.Mark;
import candor.reporting.plot.Mark.Anchor;
import candor.reporting.plot.Typeface;
import java.util.ArrayList;
import java.util.List;

/** Sets a document on A4 pages. */
final class PageLayout {

    private static final double INSET = 12;
    private static final double BULLET = 11;

    /** Paragraphs up to this length are not broken over pages. */
    private static final int KEPT_LINES = 4;

    private final Typeface typeface;
    private final Pages pages;
    private final List<Section> sections = new ArrayList<>();
    private final Tag tree = Tag.document();
    private boolean inPart;

    /**
     * A document on paper.
     *
     * @param sections where the headings are
     * @param tree what the pages say, in reading order
     */
    record Layout(List<Sheet> pages, List<Section> sections, Tag tree) {}

    /**
     * @param page from 0
     * @param y from the upper edge
     */
    record Section(String title, int page, double y) {}

    private PageLayout(Typeface typeface, Document document) {
        this.typeface = typeface;
        this.pages = new Pages(typeface, document.running());
    }

    static Layout of(Document document, Typeface typeface) {
        PageLayout layout = new PageLayout(typeface, document);
        layout.text(Kind.H1, document.title(), TextStyle.TITLE);
        layout.text(Kind.P, document.subtitle(), TextStyle.SUBTITLE);
        for (int i = 0; i < document.blocks().size(); i++) {
            layout.block(document.blocks(), i);
        }
        return new Layout(layout.pages.finished(), List.copyOf(layout.sections), layout.tree);
    }

    private void block(List<Block> blocks, int index) {
        switch (blocks.get(index)) {
            case Statement statement -> boxed(statement.text(), TextStyle.STATEMENT, Ink.LINE);
            case Banner banner -> boxed(banner.text(), TextStyle.BANNER, Ink.ACCENT);
            case Part part -> part(part, index + 1 < blocks.size() ? leastHeight(blocks.get(index + 1)) : 0);
            case Heading heading ->
                heading(heading, index + 1 < blocks.size() ? leastHeight(blocks.get(index + 1)) : 0);
            case Paragraph paragraph -> {
                pages.space(5);
                text(Kind.P, paragraph.text(), TextStyle.BODY);
            }
            case Note note -> {
                pages.space(5);
                text(Kind.P, note.text(), TextStyle.NOTE);
            }
            case Bullets bullets -> {
                Tag list = tree.add(Kind.L);
                bullets.items().forEach(item -> bullet(list.add(Kind.LI).add(Kind.L_BODY), item));
            }
            case Picture picture -> {
                pages.space(10);
                pages.need(leastHeight(picture));
                pages.draw(
                        tree.addFigure(picture.figure().title() + ". "
                                + picture.figure().description()),
                        picture.figure());
                pages.space(4);
                text(Kind.P, picture.caption(), TextStyle.NOTE);
            }
            case Table table -> {
                pages.space(12);
                new TableLayout(pages, typeface, table).draw(tree.add(Kind.TABLE));
                pages.space(3);
            }
        }
    }

    /** What must stay on the page with the heading above. */
    private double leastHeight(Block block) {
        return switch (block) {
            case Picture picture ->
                picture.figure().height()
                        + 4
                        + lines(picture.caption(), TextStyle.NOTE, 0).size() * TextStyle.NOTE.leading();
            case Table table -> new TableLayout(pages, typeface, table).leastHeight();
            case Heading _ -> TextStyle.HEADING.leading() + 5 * TextStyle.BODY.leading();
            default -> 4 * TextStyle.BODY.leading();
        };
    }

    private void part(Part part, double following) {
        if (part.freshPage() && pages.room() < Pages.fullHeight() / 2) {
            pages.fresh();
        }
        pages.space(28);
        pages.need(TextStyle.TITLE.leading() + 14 + following);
        sections.add(new Section(part.text(), pages.pageIndex(), pages.y()));
        text(Kind.H2, part.text(), TextStyle.TITLE);
        inPart = true;
    }

    private void heading(Heading heading, double following) {
        pages.space(21);
        pages.need(TextStyle.HEADING.leading() + 14 + following);
        sections.add(new Section(heading.text(), pages.pageIndex(), pages.y()));
        text(inPart ? Kind.H3 : Kind.H2, heading.text(), TextStyle.HEADING);
    }

    private void bullet(Tag owner, String item) {
        pages.space(4);
        pages.need(lines(item, TextStyle.BODY, BULLET).size() * TextStyle.BODY.leading());
        pages.decorate(new Mark.Dot(Pages.LEFT + 3, TextStyle.BODY.leading() / 2 + 0.6, 1.4, Ink.LINE));
        text(owner, item, TextStyle.BODY, BULLET);
    }

    private void text(Kind kind, String text, TextStyle style) {
        text(tree.add(kind), text, style, 0);
    }

    private void text(Tag owner, String text, TextStyle style, double indent) {
        List<String> lines = lines(text, style, indent);
        if (lines.size() <= KEPT_LINES) {
            pages.need(lines.size() * style.leading());
        }
        for (String line : lines) {
            pages.need(style.leading());
            pages.draw(owner, label(line, style, Pages.LEFT + indent));
            pages.advance(style.leading());
        }
    }

    /** On a tint, beside a rule; both go with the lines, over pages too. */
    private void boxed(String text, TextStyle style, Ink rule) {
        pages.space(14);
        List<String> lines = lines(text, style, 2 * INSET);
        double padding = style.leading() / 2;
        Tag owner = tree.add(Kind.P);
        for (int i = 0; i < lines.size(); i++) {
            double above = i == 0 ? padding : 0;
            double below = i == lines.size() - 1 ? padding : 0;
            double height = above + style.leading() + below;
            pages.need(height);
            pages.decorate(new Mark.Box(Pages.LEFT, 0, Pages.TEXT_WIDTH, height + 0.1, Ink.TINT));
            pages.decorate(new Mark.Box(Pages.LEFT, 0, 3, height + 0.1, rule));
            pages.advance(above);
            pages.draw(owner, label(lines.get(i), style, Pages.LEFT + INSET));
            pages.advance(style.leading() + below);
        }
    }

    private List<String> lines(String text, TextStyle style, double indent) {
        return new LineBreaker(typeface, style.size()).lines(text, Pages.TEXT_WIDTH - indent);
    }

    private static Mark label(String text, TextStyle style, double x) {
        return new Mark.Label(x, style.ascent(), text, style.size(), Anchor.START, style.ink(), style.strong());
    }
}
