package candor.aws;

import candor.store.failure.LedgerUnavailable;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** One DynamoDB table with the text keys {@code pk} and {@code sk}: consistent reads, and writes in transactions. */
final class LedgerTable {

    static final String PARTITION = "pk";
    static final String SORT = "sk";

    private static final String CONDITION_FAILED = "ConditionalCheckFailed";
    private static final String CONFLICT = "TransactionConflict";
    private static final String ABSENT = "attribute_not_exists(" + PARTITION + ")";

    private final DynamoDbClient dynamoDb;
    private final String table;

    LedgerTable(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** What became of a transaction. */
    enum Outcome {
        COMMITTED,
        CONDITION_FAILED,
        /** Another transaction held one of the items: worth another attempt. */
        CONTENDED
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of(PARTITION, text(partition), SORT, text(sort));
    }

    /** The item, or an empty map where there is none. */
    Map<String, AttributeValue> get(Map<String, AttributeValue> key) {
        return answered(() -> dynamoDb.getItem(
                        request -> request.tableName(table).key(key).consistentRead(true))
                .item());
    }

    /** The last {@code limit} items of a partition whose sort key begins with the prefix, last first. */
    List<Map<String, AttributeValue>> last(String partition, String prefix, int limit) {
        QueryRequest query = range(partition, prefix, prefix)
                .scanIndexForward(false)
                .limit(limit)
                .build();
        return answered(() ->
                dynamoDb.queryPaginator(query).items().stream().limit(limit).toList());
    }

    /** The items of a partition whose sort key lies from {@code first} to the last that begins with {@code last}. */
    List<Map<String, AttributeValue>> between(String partition, String first, String last) {
        QueryRequest query = range(partition, first, last).build();
        return answered(() -> dynamoDb.queryPaginator(query).items().stream().toList());
    }

    private QueryRequest.Builder range(String partition, String first, String last) {
        // '~' comes after every character that these keys hold.
        return QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .keyConditionExpression(PARTITION + " = :partition AND " + SORT + " BETWEEN :first AND :last")
                .expressionAttributeValues(
                        Map.of(":partition", text(partition), ":first", text(first), ":last", text(last + "~")));
    }

    TransactWriteItem put(Map<String, AttributeValue> item) {
        return put(Put.builder().item(item));
    }

    TransactWriteItem putIfAbsent(Map<String, AttributeValue> item) {
        return put(Put.builder().item(item).conditionExpression(ABSENT));
    }

    TransactWriteItem putIfStill(Map<String, AttributeValue> item, String attribute, AttributeValue value) {
        return put(Put.builder()
                .item(item)
                .conditionExpression(attribute + " = :value")
                .expressionAttributeValues(Map.of(":value", value)));
    }

    private TransactWriteItem put(Put.Builder put) {
        return TransactWriteItem.builder().put(put.tableName(table).build()).build();
    }

    TransactWriteItem delete(Map<String, AttributeValue> key) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table).key(key))
                .build();
    }

    /** Makes all of the writes or none. */
    Outcome commit(List<TransactWriteItem> writes) {
        return answered(() -> {
            try {
                dynamoDb.transactWriteItems(request -> request.transactItems(writes));
                return Outcome.COMMITTED;
            } catch (TransactionCanceledException e) {
                List<String> reasons = e.cancellationReasons().stream()
                        .map(CancellationReason::code)
                        .toList();
                if (reasons.contains(CONDITION_FAILED)) {
                    return Outcome.CONDITION_FAILED;
                }
                if (reasons.contains(CONFLICT)) {
                    return Outcome.CONTENDED;
                }
                throw new LedgerUnavailable(
                        "the table " + table + " cancelled a write (" + reasons + "): " + e.getMessage(), e);
            }
        });
    }

    LedgerUnavailable contended(String entry) {
        return new LedgerUnavailable(entry + " keeps being written by others in the table " + table + "; try again");
    }

    private <T> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            if (AwsConnection.isTransient(e)) {
                throw new LedgerUnavailable("the table " + table + " does not answer: " + e.getMessage(), e);
            }
            throw new IllegalStateException(
                    "the table " + table + " rejects the request: " + e.getMessage()
                            + "; check CANDOR_TABLE, AWS_REGION and the role's rights",
                    e);
        }
    }
}
