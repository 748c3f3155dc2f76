package candor.statemachine.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Rules that AWS's recorded runs show; the lists are made here. */
class ItemReadingTest {

    private static final String THREE = "[{\"symbol\": \"STX\"}, [1], \"x\"]";

    @Test
    void theElementsOfAnArrayAreTheItemsWhateverTheyAre() throws UnreadableItems {
        assertThat(ItemReading.json("", THREE))
                .map(JsonNode::toString)
                .containsExactly("{\"symbol\":\"STX\"}", "[1]", "\"x\"");
        assertThat(ItemReading.json("", "[]")).isEmpty();
    }

    @Test
    void anObjectIsRejectedInAWSsWords() {
        assertThatThrownBy(() -> ItemReading.json("", "{\"a\": [1]}"))
                .isInstanceOf(UnreadableItems.class)
                .hasMessage("Attempting to map over non-iterable node.");
    }

    @Test
    void whatIsNotJsonIsRejectedWithItsPlace() {
        assertThatThrownBy(() -> ItemReading.json("", "[1,\n 2"))
                .isInstanceOf(UnreadableItems.class)
                .hasMessageContaining("not JSON")
                .hasMessageContaining("line 2");
    }

    @Test
    void maxItemsKeepsTheFirst() throws UnreadableItems {
        List<JsonNode> items = ItemReading.json("", THREE);
        assertThat(ItemReading.first(2, items)).isEqualTo(items.subList(0, 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3, 100_000_000, 100_000_001, Long.MAX_VALUE})
    void zeroAndMoreThanThereAreMeanAll(long maxItems) throws UnreadableItems {
        List<JsonNode> items = ItemReading.json("", THREE);
        assertThat(ItemReading.first(maxItems, items)).isEqualTo(items);
    }

    @Test
    void aNegativeMaxItemsIsRejectedInAWSsWords() {
        assertThatThrownBy(() -> ItemReading.first(-1, List.of()))
                .isInstanceOf(UnreadableItems.class)
                .hasMessage("field MaxItems must be positive");
    }
}
