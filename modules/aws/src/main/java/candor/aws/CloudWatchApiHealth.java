package candor.aws;

import candor.store.environment.Variable;
import candor.store.failure.MetricsUnavailable;
import candor.store.port.ApiHealth;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

/**
 * How the REST API did by API Gateway's own metrics, read back from CloudWatch: Latency (p95), Count and 5XXError of
 * namespace AWS/ApiGateway. Needs the action cloudwatch:GetMetricData, which knows no resource.
 */
public final class CloudWatchApiHealth implements ApiHealth {

    private static final Duration PERIOD = Duration.ofDays(1);
    private static final String COUNT = "count";
    private static final String LATENCY = "latency";
    private static final String FAILED = "failed";

    private final CloudWatchClient client;
    private final String api;
    private final String stage;

    /**
     * @param client stays open: whoever made it closes it
     * @param api name of the REST API
     */
    CloudWatchApiHealth(CloudWatchClient client, String api, String stage) {
        this.client = client;
        this.api = api;
        this.stage = stage;
    }

    /**
     * From environment variables: {@code CANDOR_API_NAME} and {@code CANDOR_API_STAGE} say which API; unset, there is none
     * to ask about.
     */
    public static ApiHealth connect(AwsSettings settings, Map<String, String> environment) {
        String api = Variable.API_NAME.in(environment);
        String stage = Variable.API_STAGE.in(environment);
        if (api.isEmpty() || stage.isEmpty()) {
            return ApiHealth.UNKNOWN;
        }
        String standIn = environment.getOrDefault("AWS_ENDPOINT_URL", "");
        CloudWatchClient client = AwsConnection.configured(
                        CloudWatchClient.builder(), settings, standIn.isEmpty() ? null : URI.create(standIn))
                .build();
        return new CloudWatchApiHealth(client, api, stage);
    }

    @Override
    public Optional<Measured> dayBefore(Instant now) {
        Instant end = now.truncatedTo(ChronoUnit.MINUTES);
        Map<String, List<Double>> values = new TreeMap<>();
        try {
            client.getMetricDataPaginator(request -> request.startTime(end.minus(PERIOD))
                            .endTime(end)
                            .metricDataQueries(
                                    query(COUNT, "Count", "Sum"),
                                    query(LATENCY, "Latency", "p95"),
                                    query(FAILED, "5XXError", "Sum")))
                    .metricDataResults()
                    .forEach(result -> add(values, result));
        } catch (SdkException e) {
            if (AwsConnection.isTransient(e)) {
                throw new MetricsUnavailable("CloudWatch does not tell how the API did: " + e.getMessage(), e);
            }
            throw new IllegalStateException(
                    "CloudWatch does not tell how the API did: " + e.getMessage()
                            + "; allow the role cloudwatch:GetMetricData, or leave CANDOR_API_NAME unset",
                    e);
        }
        return measured(values);
    }

    /** A day that does not fall on the clock's may come in two parts: requests add up, the slower part decides. */
    private static Optional<Measured> measured(Map<String, List<Double>> values) {
        double requests = sum(values.getOrDefault(COUNT, List.of()));
        if (requests < 1) {
            return Optional.empty();
        }
        double latency = 0;
        for (double part : values.getOrDefault(LATENCY, List.of())) {
            latency = Math.max(latency, part);
        }
        double failed = sum(values.getOrDefault(FAILED, List.of()));
        return Optional.of(new Measured((long) requests, latency, 100 * failed / requests));
    }

    private static double sum(List<Double> parts) {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum;
    }

    private static void add(Map<String, List<Double>> values, MetricDataResult result) {
        values.computeIfAbsent(result.id(), id -> new ArrayList<>()).addAll(result.values());
    }

    private MetricDataQuery query(String id, String metric, String statistic) {
        return MetricDataQuery.builder()
                .id(id)
                .returnData(true)
                .metricStat(stat -> stat.period((int) PERIOD.toSeconds())
                        .stat(statistic)
                        .metric(name -> name.namespace("AWS/ApiGateway")
                                .metricName(metric)
                                .dimensions(dimension("ApiName", api), dimension("Stage", stage))))
                .build();
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }
}
