package candor.reporting.document;

import candor.reporting.plot.Ink;

/** How a kind of text is set on paper. Lengths in points; {@code leading} is the distance of baselines. */
enum TextStyle {
    TITLE(19, 24, Ink.TEXT, false),
    SUBTITLE(10, 14, Ink.MUTED, false),
    STATEMENT(10.5, 15, Ink.TEXT, false),
    BANNER(9.5, 13.5, Ink.ACCENT, true),
    HEADING(14, 19, Ink.LINE, true),
    BODY(9.5, 13.8, Ink.TEXT, false),
    NOTE(8, 11.4, Ink.MUTED, false),
    CAPTION(8.8, 12, Ink.TEXT, true),
    CELL(8, 10.6, Ink.TEXT, false),
    STRONG_CELL(8, 10.6, Ink.TEXT, true),
    HEADER_CELL(8, 10.6, Ink.MUTED, false),
    GROUP_CELL(8, 10.6, Ink.LINE, true);

    private final double size;
    private final double leading;
    private final Ink ink;
    private final boolean strong;

    TextStyle(double size, double leading, Ink ink, boolean strong) {
        this.size = size;
        this.leading = leading;
        this.ink = ink;
        this.strong = strong;
    }

    double size() {
        return size;
    }

    double leading() {
        return leading;
    }

    Ink ink() {
        return ink;
    }

    boolean strong() {
        return strong;
    }

    /** From the upper edge of a line to its baseline. */
    double ascent() {
        return (leading - size) / 2 + size * 0.82;
    }
}
