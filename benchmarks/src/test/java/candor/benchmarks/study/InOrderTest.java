package candor.benchmarks.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.local.wiring.CommandRejected;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {

    private static final List<Integer> ITEMS = IntStream.range(0, 50).boxed().toList();

    @Test
    void resultsComeInTheOrderOfTheItems() {
        List<Integer> told = new ArrayList<>();
        for (int threads : new int[] {1, 3, 60}) {
            told.clear();
            assertThat(InOrder.map(ITEMS, threads, item -> item * item, told::add))
                    .isEqualTo(ITEMS.stream().map(item -> item * item).toList());
            assertThat(told).isEqualTo(ITEMS.stream().map(item -> item + 1).toList());
        }
    }

    @Test
    void aFailureIsThrownAsItIs() {
        assertThatThrownBy(() -> InOrder.map(
                        ITEMS,
                        2,
                        item -> {
                            throw new CommandRejected("item " + item);
                        },
                        done -> {}))
                .isInstanceOf(CommandRejected.class)
                .hasMessage("item 0");
    }
}
