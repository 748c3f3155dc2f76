// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.wiring;

import candor.aws.DeployedStack;
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
    private final Teller teller;

    /** Says one line: its state, what it is about, and the rest. */
    @FunctionalInterface
    public interface Teller {
        void say(String state, String what, String text);
    }

    /** @param words what a further command needs to find the stack */
    public StackCheck(DeployedStack stack, String words, Teller teller) {
        this.stack = stack;
        this.words = words;
        this.teller = teller;
    }

    /** Whether the last run that ended did so well. */
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
        return runs(stack.executions().latest(LOOKED_AT));
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
