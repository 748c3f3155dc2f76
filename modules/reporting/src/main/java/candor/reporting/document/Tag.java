// SPDX-License-Identifier: GPL-3.0-or-later
package candor.reporting.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element of a printed document's structure, which programs read aloud in place of its pages: in reading order, by what
 * things are. What has no element is decoration.
 */
final class Tag {

    /** What an element is, by its name in PDF. */
    enum Kind {
        DOCUMENT("Document"),
        H1("H1"),
        H2("H2"),
        H3("H3"),
        P("P"),
        L("L"),
        LI("LI"),
        L_BODY("LBody"),
        FIGURE("Figure"),
        TABLE("Table"),
        CAPTION("Caption"),
        TR("TR"),
        TH("TH"),
        TD("TD");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    /** Which cells a header cell names. */
    enum Scope {
        COLUMN("Column"),
        ROW("Row");

        private final String key;

        Scope(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    private final Kind kind;
    private final @Nullable String alternative;
    private final @Nullable Scope scope;
    private final int columns;
    private final List<Tag> kids = new ArrayList<>();

    private Tag(Kind kind, @Nullable String alternative, @Nullable Scope scope, int columns) {
        this.kind = kind;
        this.alternative = alternative;
        this.scope = scope;
        this.columns = columns;
    }

    static Tag document() {
        return new Tag(Kind.DOCUMENT, null, null, 1);
    }

    /** Adds an element behind those that are there. */
    Tag add(Kind kid) {
        return add(new Tag(kid, null, null, 1));
    }

    /** @param alternative what one would see, in words */
    Tag addFigure(String alternative) {
        return add(new Tag(Kind.FIGURE, alternative, null, 1));
    }

    /** @param columns that the cell is wide */
    Tag addHeader(Scope scope, int columns) {
        return add(new Tag(Kind.TH, null, scope, columns));
    }

    private Tag add(Tag kid) {
        kids.add(kid);
        return kid;
    }

    Kind kind() {
        return kind;
    }

    /** Null where the content speaks for itself. */
    @Nullable
    String alternative() {
        return alternative;
    }

    /** Null but for header cells. */
    @Nullable
    Scope scope() {
        return scope;
    }

    int columns() {
        return columns;
    }

    List<Tag> kids() {
        return List.copyOf(kids);
    }
}
