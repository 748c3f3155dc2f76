package candor.reporting.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Fewer points, same picture: of all points in a narrow column the first, the highest, the lowest and the last remain
 * (Jugel et al., M4, 2014).
 */
final class Decimation {

    private static final double COLUMN = 0.6;

    private Decimation() {}

    static List<Point> of(List<Point> points) {
        List<Point> kept = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= points.size(); i++) {
            if (i == points.size() || column(points.get(i)) != column(points.get(start))) {
                keep(points, start, i, kept);
                start = i;
            }
        }
        return kept;
    }

    private static void keep(List<Point> points, int start, int end, List<Point> kept) {
        int low = start;
        int high = start;
        for (int i = start; i < end; i++) {
            low = points.get(i).y() < points.get(low).y() ? i : low;
            high = points.get(i).y() > points.get(high).y() ? i : high;
        }
        for (int i = start; i < end; i++) {
            if (i == start || i == low || i == high || i == end - 1) {
                kept.add(points.get(i));
            }
        }
    }

    private static long column(Point point) {
        return (long) Math.floor(point.x() / COLUMN);
    }
}
