// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.wiring;

import candor.aws.DeployedStack;
import candor.aws.StackParts;
import candor.aws.StackParts.Alarm;
import candor.aws.StackParts.Mailbox;
import candor.aws.StackParts.PublishedFunction;
import candor.local.wiring.StackCheck.Teller;
import candor.store.failure.RequestRefused;
import candor.store.failure.StoreUnavailable;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What {@code candor doctor --stack} says of a stack's parts: mails, schedules, the API's function, alarms, limits. */
final class StackHealth {

    private static final int FEW_EXECUTIONS = 100;

    private final DeployedStack stack;
    private final StackParts parts;
    private final Teller teller;

    private boolean lacks;

    StackHealth(DeployedStack stack, StackParts parts, Teller teller) {
        this.stack = stack;
        this.parts = parts;
        this.teller = teller;
    }

    /** Whether nothing is lacking, as far as it could be seen. */
    boolean call() {
        seen("mail", parts::mailboxes).ifPresent(this::mail);
        String schedule = stack.parameter("Universe").isPresent() ? "daily-universe" : "daily";
        seen("schedule", () -> parts.scheduleState(schedule)).ifPresent(this::schedule);
        seen("api", parts::predict).ifPresent(this::predict);
        seen("alarms", parts::alarms).ifPresent(this::alarms);
        seen("limits", parts::concurrency).ifPresent(this::concurrency);
        return !lacks;
    }

    /** What may not be seen is no lack of the stack. */
    private <T> Optional<T> seen(String what, Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (RequestRefused | StoreUnavailable e) {
            teller.say("info", what, "cannot be seen: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void lacks(String what, String text) {
        lacks = true;
        teller.say("LACKS", what, text);
    }

    private void mail(List<Mailbox> mailboxes) {
        if (mailboxes.isEmpty()) {
            teller.say(
                    "info", "mail", "nobody is notified: give the parameter AlarmEmail an address, and deploy again");
        }
        for (Mailbox mailbox : mailboxes) {
            if (mailbox.confirmed()) {
                teller.say("ok", "mail", mailbox.address() + " is notified");
            } else {
                lacks(
                        "mail",
                        mailbox.address() + " has not confirmed: open the mail 'AWS Notification - Subscription"
                                + " Confirmation' and follow its link; after three days it has to be asked again: deploy"
                                + " with AlarmEmail empty, then with the address");
            }
        }
    }

    private void schedule(String state) {
        if (state.equals("ENABLED")) {
            teller.say("ok", "schedule", "starts a run by itself");
        } else {
            teller.say(
                    "info",
                    "schedule",
                    "starts nothing by itself: set the parameter ScheduleState to ENABLED, and deploy again, to have a"
                            + " run every day");
        }
    }

    private void predict(PublishedFunction function) {
        switch (function.state()) {
            case "Active" ->
                teller.say(
                        "ok",
                        "api",
                        function.fromSnapshot()
                                ? "its function starts from a snapshot"
                                : "its function starts without a snapshot: the first request after a while waits some"
                                        + " seconds");
            case "Pending" -> teller.say("info", "api", "its function is being made ready; ask again in some minutes");
            default ->
                lacks(
                        "api",
                        "its function is " + function.state() + " " + function.reason()
                                + ": a request wakes an Inactive one, and fails meanwhile; send one, and again after a"
                                + " minute; else deploy again");
        }
    }

    private void alarms(List<Alarm> alarms) {
        List<Alarm> ringing = alarms.stream().filter(Alarm::rings).toList();
        if (ringing.isEmpty()) {
            teller.say("ok", "alarms", "none of " + alarms.size() + " rings");
        }
        ringing.forEach(alarm -> lacks("alarms", alarm.name() + " rings. " + alarm.description()));
    }

    private void concurrency(int executions) {
        if (executions >= FEW_EXECUTIONS) {
            teller.say("ok", "limits", executions + " functions may run at a time in " + stack.region());
        } else {
            teller.say(
                    "info",
                    "limits",
                    "only " + executions + " functions may run at a time in " + stack.region()
                            + ", as in a new account: leave ReservedConcurrency at 0 and few symbols at once, and ask for"
                            + " more in Service Quotas, 'Concurrent executions' of Lambda");
        }
    }
}
