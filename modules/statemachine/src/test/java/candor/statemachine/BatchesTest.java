package candor.statemachine;

import static candor.statemachine.DistributedMachines.json;
import static candor.statemachine.DistributedMachines.output;
import static candor.statemachine.DistributedMachines.standard;
import static org.assertj.core.api.Assertions.assertThat;

import candor.statemachine.expression.JsonText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Items put together by an ItemBatcher. */
class BatchesTest {

    @TempDir
    Path home;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(home);
        bench.functions.script("f", "{\"echo\":true}");
    }

    private static String batcher(String fields) {
        return "'ItemBatcher': {" + fields + "}, ";
    }

    @Test
    void everyBatchHasTheSharedInputAndItsItems() {
        String batches = output(bench.start(
                standard(batcher("'MaxItemsPerBatch': 2, 'BatchInput': {'tag': '{% $states.input[0] %}'}")
                        + "'End': true"),
                "run",
                "[1,2,3]"));

        assertThat(json(batches))
                .isEqualTo(
                        json("[{'BatchInput': {'tag': 1}, 'Items': [1,2]}, {'BatchInput': {'tag': 1}, 'Items': [3]}]"));
    }

    /** Seeded items of many sizes: in order, within both bounds, and no batch that the next item had fitted into. */
    @Test
    void batchesAreAsFullAsTheirBoundsAllow() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 20; round++) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            for (int i = random.nextInt(30); i >= 0; i--) {
                items.add("é".repeat(random.nextInt(40)));
            }
            int most = 1 + random.nextInt(6);
            int bytes = 120 + random.nextInt(200);
            String fields =
                    "'MaxItemsPerBatch': " + most + ", 'MaxInputBytesPerBatch': " + bytes + ", 'BatchInput': {'a': 1}";

            JsonNode batches = JsonText.parse(output(
                    bench.start(standard(batcher(fields) + "'End': true"), "run" + round, JsonText.write(items))));

            List<JsonNode> together = new ArrayList<>();
            for (JsonNode batch : batches) {
                ArrayNode own = batch.get("Items").asArray();
                together.addAll(own.values());
                assertThat(own.size()).isBetween(1, most);
                assertThat(size(batch)).isLessThanOrEqualTo(bytes);
                if (together.size() < items.size() && own.size() < most) {
                    own.add(items.get(together.size()));
                    assertThat(size(batch)).isGreaterThan(bytes);
                }
            }
            assertThat(together).isEqualTo(items.values());
        }
    }

    private static int size(JsonNode value) {
        return JsonText.write(value).getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void anItemThatFitsNoBatchFailsTheState() {
        ExecutionResult result = bench.start(
                standard(batcher("'MaxInputBytesPerBatch': 20") + "'End': true"),
                "run",
                "[1,\"a long item, too long\"]");

        assertThat(result.error()).isEqualTo("States.DataLimitExceeded");
        assertThat(result.cause()).contains("The item 1 of the state 'Each'").contains("MaxInputBytesPerBatch");
    }

    /** What is tolerated counts items, not children. */
    @Test
    void aFailedBatchCountsAllItsItems() {
        bench.functions.script("f", "{\"throw\":{\"error\":\"Wrong\",\"cause\":\"{}\"}}", "{\"echo\":true}");

        ExecutionResult result = bench.start(
                standard(batcher("'MaxItemsPerBatch': 2") + "'ToleratedFailureCount': 1, 'End': true"),
                "run",
                "[1,2,3,4]");

        assertThat(result.error()).isEqualTo("States.ExceedToleratedFailureThreshold");
    }
}
