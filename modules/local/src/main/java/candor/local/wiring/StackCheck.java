// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.wiring;

import candor.aws.DeployedStack;
import candor.store.failure.RequestRefused;
import candor.store.failure.StoreUnavailable;
import candor.store.json.Json;
import candor.store.port.ExecutionSummary;
import candor.store.run.ProviderRejection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** What {@code candor doctor --stack} says of a deployed stack: where it gets prices from, and whether its last runs did. */
public final class StackCheck {

    private static final int LOOKED_AT = 20;
    private static final int CAUSE_SHOWN = 300;

    private final DeployedStack stack;
    private final String words;
    private final String samConfig;
    private final Teller teller;

    /** Says one line: its state, what it is about, and the rest. */
    @FunctionalInterface
    public interface Teller {
        void say(String state, String what, String text);
    }

    /**
     * @param words what a further command needs to find the stack
     * @param samConfig text of the samconfig.toml that deploys it; empty for none
     */
    public StackCheck(DeployedStack stack, String words, String samConfig, Teller teller) {
        this.stack = stack;
        this.words = words;
        this.samConfig = samConfig;
        this.teller = teller;
    }

    /** Whether nothing is lacking, the success of the last run that ended among it. */
    public boolean call() {
        teller.say("ok", "stack", stack.name() + " is deployed");
        teller.say("info", "sources", stack.parameter("Sources").orElse("as the template has them"));
        boolean token = stack.parameter("TiingoTokenSecret").isPresent()
                || stack.parameter("TiingoTokenParameter").isPresent();
        teller.say(
                token ? "ok" : "info",
                "tiingo",
                token
                        ? "has a token to stand in with"
                        : "has no token: set the stack's parameter TiingoTokenSecret or TiingoTokenParameter to have it"
                                + " stand in");
        parameters();
        boolean well = runs(stack.executions().latest(LOOKED_AT));
        return parts() && well;
    }

    /** What may not be seen is no lack of the stack. */
    private boolean parts() {
        try {
            list();
            return new StackHealth(stack, stack.parts(), teller).call();
        } catch (RequestRefused | StoreUnavailable e) {
            teller.say("info", "parts", "cannot be seen: " + e.getMessage());
            return true;
        }
    }

    /** What the next deployment would change without a question. */
    private void parameters() {
        for (SamConfig.Deployment deployment : SamConfig.deployments(samConfig, stack.name())) {
            List<String> differing = deployment.parameters().entrySet().stream()
                    .filter(entry -> !entry.getValue()
                            .equals(stack.parameter(entry.getKey()).orElse("")))
                    .map(entry -> entry.getKey() + " from '"
                            + stack.parameter(entry.getKey()).orElse("") + "' to '" + entry.getValue() + "'")
                    .toList();
            String file = SamConfig.FILE + " (" + deployment.environment() + ")";
            teller.say(
                    differing.isEmpty() ? "ok" : "info",
                    "config",
                    differing.isEmpty()
                            ? file + " says what is deployed"
                            : "the next 'sam deploy' by " + file + " changes " + String.join(", ", differing)
                                    + "; edit parameter_overrides there, or answer 'sam deploy --guided' again, to keep"
                                    + " what is deployed");
        }
    }

    /** A list that ran last and is no parameter any more was lost, or taken away on purpose. */
    private void list() {
        Optional<String> list = stack.parameter("Universe");
        if (list.isPresent()) {
            teller.say("ok", "list", "the schedule runs universe/lists/" + list.get() + ".json");
            return;
        }
        stack.universeExecutions()
                .latest(1)
                .forEach(run -> teller.say(
                        "info",
                        "list",
                        "the schedule runs one symbol, and " + field(run.input(), "list", "a list") + " ran last on "
                                + run.started()
                                + ": if a deployment has lost the list, set the parameter Universe again with"
                                + " 'sam deploy --guided'"));
    }

    private boolean runs(List<ExecutionSummary> latest) {
        latest.stream()
                .filter(run -> run.status().equals("SUCCEEDED"))
                .findFirst()
                .ifPresent(run -> teller.say("ok", "runs", run.name() + " succeeded; it started " + run.started()));
        Optional<ExecutionSummary> last =
                latest.stream().filter(ExecutionSummary::isOver).findFirst();
        if (last.isEmpty()) {
            teller.say("info", "runs", "none has ended yet; ./candor executions" + words + " lists them");
            return true;
        }
        if (last.get().status().equals("SUCCEEDED")) {
            return true;
        }
        failed(last.get());
        return false;
    }

    private void failed(ExecutionSummary run) {
        String cause = message(run);
        teller.say(
                "LACKS",
                "runs",
                "the last one, " + run.name() + ", ended " + run.status()
                        + (run.error() == null ? "" : " with " + run.error()) + ": "
                        + (cause.length() > CAUSE_SHOWN ? cause.substring(0, CAUSE_SHOWN) + "..." : cause)
                        + "; ./candor executions " + run.name() + words + " tells more");
        ProviderRejection.advice(run.error(), cause, symbol(run))
                .ifPresent(advice -> teller.say(
                        "LACKS", "prices", advice + "; then continue with ./candor redrive " + run.name() + words));
    }

    private static String symbol(ExecutionSummary run) {
        return field(run.input(), "symbol", "SYMBOL");
    }

    /** Lambda's cause is JSON around the message. */
    private static String message(ExecutionSummary run) {
        String cause = run.cause() == null ? "no cause was given" : run.cause();
        return field(cause, "errorMessage", cause);
    }

    private static String field(String json, String name, String otherwise) {
        try {
            return Json.readTree(json.getBytes(StandardCharsets.UTF_8))
                    .path(name)
                    .stringValue(otherwise);
        } catch (JacksonException notJson) {
            return otherwise;
        }
    }
}
