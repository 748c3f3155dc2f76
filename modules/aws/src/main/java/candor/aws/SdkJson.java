package candor.aws;

import java.time.Instant;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An object of the SDK as the JSON that the API has for it, with times as text; lists are left out. */
final class SdkJson {

    private SdkJson() {}

    static ObjectNode of(SdkPojo object) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (SdkField<?> field : object.sdkFields()) {
            Object value = field.getValueOrDefault(object);
            switch (value) {
                case null -> {}
                case SdkAutoConstructList<?> _ -> {}
                case SdkPojo inner -> node.set(field.locationName(), of(inner));
                case Boolean flag -> node.put(field.locationName(), flag);
                case Integer number -> node.put(field.locationName(), number);
                case Long number -> node.put(field.locationName(), number);
                case Instant time -> node.put(field.locationName(), time.toString());
                default -> node.put(field.locationName(), value.toString());
            }
        }
        return node;
    }
}
