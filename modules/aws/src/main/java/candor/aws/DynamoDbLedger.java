package candor.aws;

import static candor.aws.LedgerTable.key;

import candor.aws.LedgerTable.Outcome;
import candor.forecasting.market.Symbol;
import candor.store.environment.Variable;
import candor.store.port.ApprovalEntry;
import candor.store.port.ForecastEntry;
import candor.store.port.Ledger;
import candor.store.port.RunEntry;
import candor.store.port.ScoreEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The ledger in one DynamoDB table with the text keys {@code pk} and {@code sk} and no index:
 *
 * <pre>
 * pk               sk                                                  holds
 * RUN#{runId}      RUN                                                 the run
 * RUN#{runId}      APPROVAL#{proposal}                                 a person's answer to a proposal of the run
 * RUNS             STARTED#{started}#{runId}                           the run again, to be found by its start
 * SYMBOL#{symbol}  FORECAST#{origin}#{horizon}#{checkpoint}            the forecast
 * SYMBOL#{symbol}  AWAITING#{target}#{origin}#{horizon}#{checkpoint}   the forecast again, until it is scored
 * SYMBOL#{symbol}  SCORE#{horizon}#{origin}#{checkpoint}               the score
 * </pre>
 *
 * Instants have nine decimals and horizons four digits, so that the order of keys is that of time. Items that belong
 * together are written in one transaction, which the SDK may send twice without harm; all reads are consistent. Needs the
 * actions GetItem, PutItem, DeleteItem and Query on the table.
 */
public final class DynamoDbLedger implements Ledger {

    private static final int ATTEMPTS = 8;
    private static final String STARTED = "STARTED#";
    private static final String APPROVAL = "APPROVAL#";

    private static final Comparator<ForecastEntry> BY_ORIGIN = Comparator.comparing(ForecastEntry::origin)
            .thenComparingInt(ForecastEntry::horizon)
            .thenComparing(ForecastEntry::checkpoint);

    private final LedgerTable table;

    /** @param dynamoDb stays open: whoever made it closes it */
    public DynamoDbLedger(DynamoDbClient dynamoDb, String table) {
        this.table = new LedgerTable(dynamoDb, table);
    }

    /**
     * The ledger in the settings' table, with a client of its own that lives as long as the process. Throws
     * IllegalArgumentException where the settings name no table.
     */
    public static DynamoDbLedger connect(AwsSettings settings) {
        String table = settings.table();
        if (table == null) {
            throw new IllegalArgumentException(Variable.TABLE
                    + " is not set; set it to the name of the DynamoDB table that holds Candor's ledger");
        }
        return new DynamoDbLedger(client(settings), table);
    }

    static DynamoDbClient client(AwsSettings settings) {
        return AwsConnection.configured(DynamoDbClient.builder(), settings, settings.dynamoDbEndpoint())
                .build();
    }

    @Override
    public void recordRun(RunEntry run) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (table.commit(writes(run)) == Outcome.COMMITTED) {
                return;
            }
        }
        throw table.contended("the run " + run.runId());
    }

    /** Replaces what is there as it is now: where the start moves, the copy under the earlier start has to go. */
    private List<TransactWriteItem> writes(RunEntry run) {
        SortedMap<String, AttributeValue> attributes = LedgerItems.attributes(run);
        Map<String, AttributeValue> item = LedgerItems.item("RUN#" + run.runId(), "RUN", attributes);
        String byStart = STARTED + LedgerItems.instant(run.started()) + "#" + run.runId();
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(table.put(LedgerItems.item("RUNS", byStart, attributes)));
        AttributeValue earlierStart = runItem(run.runId()).get(LedgerItems.STARTED);
        if (earlierStart == null) {
            writes.add(table.putIfAbsent(item));
            return writes;
        }
        writes.add(table.putIfStill(item, LedgerItems.STARTED, earlierStart));
        String earlierByStart = STARTED + earlierStart.s() + "#" + run.runId();
        if (!earlierByStart.equals(byStart)) {
            writes.add(table.delete(key("RUNS", earlierByStart)));
        }
        return writes;
    }

    @Override
    public Optional<RunEntry> findRun(String runId) {
        Map<String, AttributeValue> item = runItem(runId);
        return item.isEmpty() ? Optional.empty() : Optional.of(LedgerItems.run(item));
    }

    private Map<String, AttributeValue> runItem(String runId) {
        return table.get(key("RUN#" + runId, "RUN"));
    }

    @Override
    public List<RunEntry> latestRuns(int limit) {
        return table.last("RUNS", STARTED, Ledger.checkedLimit(limit)).stream()
                .map(LedgerItems::run)
                .toList();
    }

    @Override
    public boolean recordForecast(ForecastEntry forecast) {
        SortedMap<String, AttributeValue> attributes = LedgerItems.attributes(forecast);
        String partition = partition(forecast.symbol());
        String id = id(forecast.origin(), forecast.horizon(), forecast.checkpoint());
        return noted(
                "the forecast " + id,
                List.of(
                        table.putIfAbsent(LedgerItems.item(partition, "FORECAST#" + id, attributes)),
                        table.put(LedgerItems.item(partition, awaiting(forecast.target()) + id, attributes))));
    }

    @Override
    public List<ForecastEntry> forecastsAwaitingOutcome(Symbol symbol, LocalDate through) {
        return table.between(partition(symbol), "AWAITING#", awaiting(through)).stream()
                .map(LedgerItems::forecast)
                .sorted(BY_ORIGIN)
                .toList();
    }

    @Override
    public boolean recordScore(ScoreEntry score) {
        String partition = partition(score.symbol());
        String id = id(score.origin(), score.horizon(), score.checkpoint());
        String sort = scores(score.horizon()) + score.origin() + "#" + score.checkpoint();
        return noted(
                "the score of " + id,
                List.of(
                        table.putIfAbsent(LedgerItems.item(partition, sort, LedgerItems.attributes(score))),
                        table.delete(key(partition, awaiting(score.target()) + id))));
    }

    @Override
    public List<ScoreEntry> latestScores(Symbol symbol, int horizon, int limit) {
        return table.last(partition(symbol), scores(horizon), Ledger.checkedLimit(limit)).reversed().stream()
                .map(LedgerItems::score)
                .toList();
    }

    @Override
    public boolean recordApproval(ApprovalEntry approval) {
        return noted(
                "the answer to " + approval.runId(),
                List.of(table.putIfAbsent(LedgerItems.item(
                        "RUN#" + approval.runId(), APPROVAL + approval.proposal(), LedgerItems.attributes(approval)))));
    }

    @Override
    public Optional<ApprovalEntry> findApproval(String runId, String proposal) {
        Map<String, AttributeValue> item = table.get(key("RUN#" + runId, APPROVAL + proposal));
        return item.isEmpty() ? Optional.empty() : Optional.of(LedgerItems.approval(item));
    }

    private boolean noted(String entry, List<TransactWriteItem> writes) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Outcome outcome = table.commit(writes);
            if (outcome != Outcome.CONTENDED) {
                return outcome == Outcome.COMMITTED;
            }
        }
        throw table.contended(entry);
    }

    private static String partition(Symbol symbol) {
        return "SYMBOL#" + symbol;
    }

    private static String id(LocalDate origin, int horizon, String checkpoint) {
        return origin + "#" + LedgerItems.digits(horizon) + "#" + checkpoint;
    }

    private static String awaiting(LocalDate target) {
        return "AWAITING#" + target + "#";
    }

    private static String scores(int horizon) {
        return "SCORE#" + LedgerItems.digits(horizon) + "#";
    }
}
