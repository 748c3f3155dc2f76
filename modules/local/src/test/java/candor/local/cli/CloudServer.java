package candor.local.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.ByteString;

/** A stack's CloudFormation and Step Functions on loopback: for each operation a script, its last answer again and again. */
final class CloudServer implements AutoCloseable {

    private static final String MACHINE = "arn:aws:states:us-east-1:000000000000:stateMachine:Pipeline";

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Deque<MockResponse>> script = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    CloudServer() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        server.start();
        on("DescribeStacks", 200, """
                <R><Outputs><member><OutputKey>Bucket</OutputKey><OutputValue>candor-store</OutputValue></member>
                <member><OutputKey>StateMachine</OutputKey><OutputValue>%s</OutputValue></member>
                <member><OutputKey>UniverseStateMachine</OutputKey><OutputValue>%s</OutputValue></member></Outputs>
                <Parameters><member><ParameterKey>Sources</ParameterKey><ParameterValue>inbox,yahoo</ParameterValue></member>
                <member><ParameterKey>TiingoTokenSecret</ParameterKey><ParameterValue></ParameterValue></member>
                </Parameters></R>""".formatted(MACHINE, MACHINE));
    }

    /** What a stack's parts say of themselves where all is well. */
    CloudServer parts() {
        on("ListStackResources", 200, """
                <R><StackResourceSummaries>
                <member><LogicalResourceId>Notifications</LogicalResourceId><PhysicalResourceId>t</PhysicalResourceId></member>
                <member><LogicalResourceId>Schedules</LogicalResourceId><PhysicalResourceId>g</PhysicalResourceId></member>
                <member><LogicalResourceId>PredictFunction</LogicalResourceId><PhysicalResourceId>p</PhysicalResourceId></member>
                <member><LogicalResourceId>RunFailedAlarm</LogicalResourceId><PhysicalResourceId>candor-run-failed</PhysicalResourceId></member>
                </StackResourceSummaries></R>""");
        on("GetSchedule", 200, "{\"State\":\"ENABLED\"}");
        on("GetAccountSettings", 200, "{\"AccountLimit\":{\"ConcurrentExecutions\":1000}}");
        return this;
    }

    /** @param confirmed the subscription's ARN, or PendingConfirmation */
    CloudServer mailbox(String confirmed) {
        return on("ListSubscriptionsByTopic", 200, """
                <R><Subscriptions><member><Protocol>email</Protocol><Endpoint>ann@example.com</Endpoint>
                <SubscriptionArn>%s</SubscriptionArn></member></Subscriptions></R>""".formatted(confirmed));
    }

    CloudServer alarm(String state) {
        return on("DescribeAlarms", 200, """
                <R><MetricAlarms><member><AlarmName>candor-run-failed</AlarmName><StateValue>%s</StateValue>
                <AlarmDescription>A run failed. Repair the cause.</AlarmDescription></member></MetricAlarms></R>""".formatted(state));
    }

    CloudServer predict(String state) {
        return on(
                "GetFunctionConfiguration",
                200,
                "{\"State\":\"" + state + "\",\"SnapStart\":{\"OptimizationStatus\":\"On\"}}");
    }

    String url() {
        String url = server.url("/").toString();
        return url.substring(0, url.length() - 1);
    }

    synchronized CloudServer on(String operation, int status, String body) {
        script.computeIfAbsent(operation, key -> new ArrayDeque<>())
                .add(new MockResponse.Builder().code(status).body(body).build());
        return this;
    }

    /** An execution as DescribeExecution tells it. */
    CloudServer execution(String name, String status, String rest) {
        return on(
                "DescribeExecution",
                200,
                "{\"name\":\"" + name + "\",\"status\":\"" + status + "\",\"startDate\":1777069800,\"redriveCount\":0,"
                        + "\"input\":\"{\\\"symbol\\\":\\\"STX\\\"}\"" + rest + "}");
    }

    /** Operation and body of every question. */
    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        ByteString bytes = request.getBody();
        String body = bytes == null ? "" : bytes.utf8();
        String target = request.getHeaders().get("X-Amz-Target");
        String operation = target != null
                ? target.substring(target.indexOf('.') + 1)
                : body.isEmpty() ? ofPath(request.getTarget()) : body.replaceFirst(".*Action=([A-Za-z]+).*", "$1");
        asked.add(operation + " " + body);
        Deque<MockResponse> answers = script.getOrDefault(operation, new ArrayDeque<>());
        MockResponse answer = answers.size() > 1 ? answers.poll() : answers.peek();
        return answer == null ? new MockResponse.Builder().code(404).build() : answer;
    }

    /** REST's operations, and S3's last of all. */
    private static String ofPath(String target) {
        if (target.startsWith("/schedules/")) {
            return "GetSchedule";
        }
        if (target.startsWith("/2015-03-31/functions/")) {
            return "GetFunctionConfiguration";
        }
        return target.startsWith("/2016-08-19/account-settings") ? "GetAccountSettings" : target;
    }

    @Override
    public void close() {
        server.close();
    }
}
