package candor.cleaning.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HabitTest {

    private static final int SESSIONS = 800;
    private final Series series = new Series(3, SESSIONS);

    private List<Payment> paying(double... amounts) {
        int[] days = series.exDates();
        IntStream.range(0, days.length).forEach(k -> series.pay(days[k], amounts[k % amounts.length]));
        series.adjust(series.cashes());
        return Payments.of(new Worksheet(series.rows, true));
    }

    @Test
    void whoKeepsTheRateDoesNotPayTwiceOfIt() {
        List<Payment> all = paying(0.25);
        Habit habit = new Habit(all);

        assertThat(habit.isKnown()).isTrue();
        assertThat(habit.favours(all.get(4), 0.25, 0.5)).isGreaterThan(8);
        assertThat(habit.isLike(all.get(4), 0.25)).isTrue();
        assertThat(habit.isLike(all.get(4), 0.26)).isFalse();
    }

    @Test
    void interimAndFinalAreBothUsual() {
        List<Payment> all = paying(0.2, 0.4);

        assertThat(new Habit(all).favours(all.get(4), 0.2, 0.4)).isBetween(-0.1, 0.1);
    }

    @Test
    void whoPaysNowThisNowThatSaysLittle() {
        List<Payment> all = paying(0.1, 0.35, 0.22, 0.9, 0.05, 0.6, 1.7);

        assertThat(Math.abs(new Habit(all).favours(all.get(4), 0.2, 0.4))).isLessThan(2);
    }

    @Test
    void fourDividendsAreNoHabit() {
        assertThat(new Habit(paying(0.25).subList(0, 4)).isKnown()).isFalse();
    }
}
