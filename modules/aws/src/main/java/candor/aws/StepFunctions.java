package candor.aws;

import candor.store.failure.RequestRefused;
import candor.store.port.ExecutionControl;
import candor.store.port.ExecutionEvent;
import candor.store.port.ExecutionLog;
import candor.store.port.ExecutionSummary;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionNotRedrivableException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/**
 * The executions of a state machine in AWS Step Functions. Needs the actions ListExecutions, DescribeExecution and
 * GetExecutionHistory to look, StartExecution, RedriveExecution and SendTaskSuccess to act.
 */
public final class StepFunctions implements ExecutionLog, ExecutionControl {

    private static final int LONGEST_PAGE = 1000;

    private final SfnClient client;
    private final String stateMachineArn;
    private final String region;

    /** @param client stays open: whoever made it closes it */
    StepFunctions(SfnClient client, String stateMachineArn, String region) {
        this.client = client;
        this.stateMachineArn = stateMachineArn;
        this.region = region;
    }

    /** With a client of its own that lives as long as the process. */
    static StepFunctions connect(StackAddress address, String stateMachineArn) {
        SfnClient client = AwsConnection.configured(
                        SfnClient.builder(), address.region(), address.credentials(), address.endpoint())
                .build();
        return new StepFunctions(client, stateMachineArn, address.region());
    }

    @Override
    public List<ExecutionSummary> latest(int limit) {
        return asked(
                "the executions of " + stateMachineArn,
                () -> client
                        .listExecutionsPaginator(request ->
                                request.stateMachineArn(stateMachineArn).maxResults(Math.min(limit, LONGEST_PAGE)))
                        .executions()
                        .stream()
                        .limit(limit)
                        .map(ExecutionListItem::executionArn)
                        .map(arn -> summary(client.describeExecution(request -> request.executionArn(arn))))
                        .toList());
    }

    @Override
    public Optional<ExecutionSummary> find(String name) {
        return asked(subject(name), () -> {
            try {
                return Optional.of(summary(client.describeExecution(request -> request.executionArn(arn(name)))));
            } catch (ExecutionDoesNotExistException _) {
                return Optional.empty();
            }
        });
    }

    @Override
    public List<ExecutionEvent> events(String name) {
        return asked(subject(name), () -> {
            try {
                return client
                        .getExecutionHistoryPaginator(request -> request.executionArn(arn(name))
                                .includeExecutionData(true)
                                .maxResults(LONGEST_PAGE))
                        .events()
                        .stream()
                        .map(event -> ExecutionEvent.of(SdkJson.of(event)))
                        .toList();
            } catch (ExecutionDoesNotExistException _) {
                return List.of();
            }
        });
    }

    @Override
    public void start(String name, String input) {
        asked(subject(name), () -> {
            try {
                return client.startExecution(request ->
                        request.stateMachineArn(stateMachineArn).name(name).input(input));
            } catch (ExecutionAlreadyExistsException e) {
                throw new RequestRefused(subject(name) + ": the name is taken; give another", e);
            }
        });
    }

    @Override
    public void redrive(String name) {
        asked(subject(name), () -> {
            try {
                return client.redriveExecution(request -> request.executionArn(arn(name)));
            } catch (ExecutionDoesNotExistException e) {
                throw new RequestRefused(subject(name) + ": there is none; ./candor executions lists them", e);
            } catch (ExecutionNotRedrivableException e) {
                throw new RequestRefused(
                        subject(name) + " cannot be redriven: only one that failed, timed out or was aborted in the"
                                + " last 14 days; " + reason(e),
                        e);
            }
        });
    }

    @Override
    public void succeed(String token, String output) {
        asked("the answer to the task", () -> {
            try {
                return client.sendTaskSuccess(
                        request -> request.taskToken(token).output(output));
            } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException e) {
                throw new RequestRefused(
                        "the task waits no more (" + reason(e) + "); ./candor executions RUN tells what became of it",
                        e);
            }
        });
    }

    private <T> T asked(String subject, Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException e) {
            throw AwsErrors.of(e, subject, region);
        }
    }

    private static String reason(AwsServiceException e) {
        return e.awsErrorDetails() == null
                ? String.valueOf(e.getMessage())
                : e.awsErrorDetails().errorMessage();
    }

    private static String subject(String name) {
        return "the execution " + name;
    }

    private String arn(String name) {
        return stateMachineArn.replace(":stateMachine:", ":execution:") + ":" + name;
    }

    private static ExecutionSummary summary(DescribeExecutionResponse execution) {
        return new ExecutionSummary(
                execution.name(),
                execution.statusAsString(),
                execution.startDate(),
                execution.stopDate(),
                Objects.requireNonNullElse(execution.input(), ""),
                execution.error(),
                execution.cause(),
                Objects.requireNonNullElse(execution.redriveCount(), 0));
    }
}
