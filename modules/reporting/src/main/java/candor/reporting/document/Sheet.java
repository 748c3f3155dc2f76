// SPDX-License-Identifier: GPL-3.0-or-later
package candor.reporting.document;

import candor.reporting.plot.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A printed page.
 *
 * @param pieces first drawn first
 */
record Sheet(double width, double height, List<Piece> pieces) {

    Sheet {
        pieces = List.copyOf(pieces);
    }

    /**
     * Marks that are drawn one after the other and belong to one element.
     *
     * @param owner null for decoration
     */
    record Piece(@Nullable Tag owner, List<Mark> marks) {
        Piece {
            marks = List.copyOf(marks);
        }
    }

    /** All marks, first drawn first. */
    List<Mark> marks() {
        return pieces.stream().flatMap(piece -> piece.marks().stream()).toList();
    }
}
