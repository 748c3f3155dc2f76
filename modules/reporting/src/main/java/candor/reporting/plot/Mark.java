package candor.reporting.plot;

import java.util.List;

/** Something on paper. */
public sealed interface Mark {

    Ink ink();

    /** The same mark elsewhere. */
    Mark translated(double dx, double dy);

    /**
     * A polyline.
     *
     * @param points two or more
     */
    record Line(List<Point> points, Ink ink, double width, boolean dashed) implements Mark {
        public Line {
            points = List.copyOf(points);
        }

        @Override
        public Line translated(double dx, double dy) {
            return new Line(moved(points, dx, dy), ink, width, dashed);
        }
    }

    /**
     * A filled polygon.
     *
     * @param outline closed by itself
     */
    record Area(List<Point> outline, Ink ink) implements Mark {
        public Area {
            outline = List.copyOf(outline);
        }

        @Override
        public Area translated(double dx, double dy) {
            return new Area(moved(outline, dx, dy), ink);
        }
    }

    /** A filled rectangle. */
    record Box(double x, double y, double width, double height, Ink ink) implements Mark {
        @Override
        public Box translated(double dx, double dy) {
            return new Box(x + dx, y + dy, width, height, ink);
        }
    }

    /** A filled circle. */
    record Dot(double x, double y, double radius, Ink ink) implements Mark {
        @Override
        public Dot translated(double dx, double dy) {
            return new Dot(x + dx, y + dy, radius, ink);
        }
    }

    /**
     * A line of text.
     *
     * @param y of the baseline
     * @param strong set heavier
     */
    record Label(double x, double y, String text, double size, Anchor anchor, Ink ink, boolean strong) implements Mark {
        @Override
        public Label translated(double dx, double dy) {
            return new Label(x + dx, y + dy, text, size, anchor, ink, strong);
        }
    }

    /** Which part of a text stands at its x. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    private static List<Point> moved(List<Point> points, double dx, double dy) {
        return points.stream().map(p -> p.translated(dx, dy)).toList();
    }
}
