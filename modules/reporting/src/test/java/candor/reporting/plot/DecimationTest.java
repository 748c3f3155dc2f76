package candor.reporting.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecimationTest {

    @Test
    void keepsOrderEndsAndExtremes() {
        SplittableRandom random = new SplittableRandom(4);
        List<Point> points = IntStream.range(0, 20_000)
                .mapToObj(i -> new Point(i * 0.025, random.nextGaussian()))
                .toList();
        List<Point> kept = Decimation.of(points);
        assertThat(kept).hasSizeLessThan(4000);
        assertThat(points).containsSubsequence(kept);
        assertThat(kept.getFirst()).isEqualTo(points.getFirst());
        assertThat(kept.getLast()).isEqualTo(points.getLast());
        assertThat(highest(kept)).isEqualTo(highest(points));
        assertThat(highest(kept.reversed())).isEqualTo(highest(points));
    }

    @Test
    void leavesFewPointsAlone() {
        List<Point> points = List.of(new Point(0, 1), new Point(5, 2), new Point(9, 0));
        assertThat(Decimation.of(points)).isEqualTo(points);
    }

    private static double highest(List<Point> points) {
        return points.stream().mapToDouble(Point::y).max().orElseThrow();
    }
}
