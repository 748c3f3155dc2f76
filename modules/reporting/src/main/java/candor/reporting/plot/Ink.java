package candor.reporting.plot;

import java.util.Locale;

/** The colours by what they stand for, on light and on dark paper. Print and PDF are light. */
public enum Ink {
    PAPER(0xffffff, 0x12171d),
    TINT(0xf2f5f8, 0x1b232c),
    TEXT(0x1b2733, 0xe4e8ec),
    MUTED(0x56626e, 0x9fabb7),
    GRID(0xdfe4e9, 0x2b3540),
    AXIS(0x8b96a1, 0x6c7884),
    LINE(0x1f4e79, 0x8ab8e6),
    ACCENT(0xa8560f, 0xe0a458),
    ALERT(0xb3261e, 0xff8a80),
    BAND95(0xe3ecf5, 0x1c2b3b),
    BAND90(0xc9dbec, 0x234059),
    BAND80(0xa5c3df, 0x2c5678),
    BAND50(0x74a0ca, 0x3a719f);

    private final int light;
    private final int dark;

    Ink(int light, int dark) {
        this.light = light;
        this.dark = dark;
    }

    /** Name of the colour in style sheets, as in {@code band95}. */
    public String cssName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As in {@code #1b2733}. */
    public String lightHex() {
        return hex(light);
    }

    /** Share of red in 0..1 on light paper. */
    public float red() {
        return (light >> 16 & 0xff) / 255f;
    }

    /** Share of green in 0..1 on light paper. */
    public float green() {
        return (light >> 8 & 0xff) / 255f;
    }

    /** Share of blue in 0..1 on light paper. */
    public float blue() {
        return (light & 0xff) / 255f;
    }

    /**
     * The rules that give each colour its value, light by default and dark where the reader's screen is, and the classes
     * by which marks take a colour: {@code f-} for fills, {@code s-} for strokes.
     */
    public static String styleSheet() {
        StringBuilder lightRules = new StringBuilder();
        StringBuilder darkRules = new StringBuilder();
        StringBuilder classes = new StringBuilder();
        for (Ink ink : values()) {
            String name = ink.cssName();
            lightRules
                    .append("--")
                    .append(name)
                    .append(':')
                    .append(hex(ink.light))
                    .append(';');
            darkRules
                    .append("--")
                    .append(name)
                    .append(':')
                    .append(hex(ink.dark))
                    .append(';');
            classes.append(".f-")
                    .append(name)
                    .append("{fill:var(--")
                    .append(name)
                    .append(")}");
            classes.append(".s-")
                    .append(name)
                    .append("{stroke:var(--")
                    .append(name)
                    .append(")}\n");
        }
        return ":root{color-scheme:light dark;" + lightRules + "}\n@media screen and (prefers-color-scheme:dark){:root{"
                + darkRules + "}}\n" + classes;
    }

    private static String hex(int rgb) {
        String digits = Integer.toHexString(rgb);
        return "#" + "0".repeat(6 - digits.length()) + digits;
    }
}
