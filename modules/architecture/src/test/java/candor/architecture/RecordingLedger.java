package candor.architecture;

import candor.aws.DynamoDbLedger;
import candor.store.port.Ledger;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/**
 * A function's ledger that notes the rights it would need on DynamoDB: each call is answered by a ledger in memory, and made
 * once more by the real one, on a client that only notes what it is asked.
 */
final class RecordingLedger {

    private static final String EARLIER = "1970-01-01T00:00:00.000000000Z";

    private final String function;
    private final Uses uses;

    private RecordingLedger(String function, Uses uses) {
        this.function = function;
        this.uses = uses;
    }

    static Ledger of(String function, Uses uses, Ledger answers) {
        RecordingLedger recording = new RecordingLedger(function, uses);
        Ledger real = new DynamoDbLedger(recording.client(), "table");
        return proxy(Ledger.class, (method, arguments) -> {
            try {
                method.invoke(real, arguments);
            } catch (InvocationTargetException unread) {
                // What the real one makes of an empty answer does not matter: its question is noted.
            }
            return method.invoke(answers, arguments);
        });
    }

    private DynamoDbClient client() {
        return proxy(DynamoDbClient.class, this::answer);
    }

    private Object answer(Method method, Object[] arguments) throws ReflectiveOperationException {
        return switch (arguments[0]) {
            case GetItemRequest _ -> {
                note("GetItem");
                yield GetItemResponse.builder()
                        .item(Map.of("started", AttributeValue.fromS(EARLIER)))
                        .build();
            }
            case QueryRequest _ -> {
                note("Query");
                yield QueryResponse.builder().build();
            }
            case TransactWriteItemsRequest writes -> {
                writes.transactItems().forEach(this::note);
                yield TransactWriteItemsResponse.builder().build();
            }
            // The client's own methods take builders or make paginators, which come back here with a request.
            default -> throw new IllegalStateException("not noted: " + method);
        };
    }

    private void note(TransactWriteItem write) {
        if (write.put() != null) {
            note("PutItem");
        }
        if (write.delete() != null) {
            note("DeleteItem");
        }
        if (write.update() != null || write.conditionCheck() != null) {
            throw new IllegalStateException("not noted: " + write);
        }
    }

    private void note(String action) {
        uses.add(function, "dynamodb:" + action);
    }

    /** How a call is answered. */
    private interface Answers {
        Object answer(Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                RecordingLedger.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    boolean takesRequest = arguments.length == 1
                            && arguments[0].getClass().getName().endsWith("Request");
                    if ((method.isDefault() && !takesRequest)
                            || method.getName().endsWith("Paginator")) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    try {
                        return answers.answer(method, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
