// SPDX-License-Identifier: GPL-3.0-or-later
package candor.aws;

import candor.store.failure.RequestRefused;
import candor.store.failure.StoreUnavailable;
import candor.store.json.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import software.amazon.awssdk.core.exception.SdkClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What AWS's services say of the parts of a deployed stack, each by a question of its own under the credentials of who asks.
 * Every method throws {@link RequestRefused} where the question may not be asked, and {@link StoreUnavailable} where there is
 * no answer.
 */
public final class StackParts {

    private static final int ALARMS_ASKED = 100;

    private final StackAddress address;
    private final SortedMap<String, String> physical;

    /** @param physical the physical id of each logical one */
    private StackParts(StackAddress address, SortedMap<String, String> physical) {
        this.address = address;
        this.physical = physical;
    }

    /** @param description what the alarm means and what to do */
    public record Alarm(String name, boolean rings, String description) {}

    /** @param confirmed whether the owner of the address has agreed to get mails */
    public record Mailbox(String address, boolean confirmed) {}

    /**
     * A function behind an alias.
     *
     * @param state Active, Inactive, Pending or Failed
     * @param reason for another state than Active; may be empty
     * @param fromSnapshot whether it starts from a snapshot
     */
    public record PublishedFunction(String state, String reason, boolean fromSnapshot) {}

    /** Asks CloudFormation for the parts, action cloudformation:ListStackResources. */
    static StackParts of(StackAddress address) {
        SortedMap<String, String> physical = new TreeMap<>();
        String next = "";
        do {
            SortedMap<String, String> question = question("ListStackResources", "2010-05-15");
            question.put("StackName", address.stack());
            if (!next.isEmpty()) {
                question.put("NextToken", next);
            }
            Document page = new SignedQuery(address.http("cloudformation")).ask(question, "the parts of the stack");
            each(page, "LogicalResourceId")
                    .forEach(part -> physical.put(child(part, "LogicalResourceId"), child(part, "PhysicalResourceId")));
            next = SignedQuery.text(page, "NextToken");
        } while (!next.isEmpty());
        return new StackParts(address, physical);
    }

    /** The stack's alarms, by name; action cloudwatch:DescribeAlarms. */
    public List<Alarm> alarms() {
        SortedMap<String, String> question = question("DescribeAlarms", "2010-08-01");
        int asked = 0;
        for (var part : physical.entrySet()) {
            if (part.getKey().endsWith("Alarm") && asked < ALARMS_ASKED) {
                question.put("AlarmNames.member." + ++asked, part.getValue());
            }
        }
        question.put("AlarmTypes.member.1", "MetricAlarm");
        question.put("AlarmTypes.member.2", "CompositeAlarm");
        question.put("MaxRecords", Integer.toString(ALARMS_ASKED));
        Document answer = new SignedQuery(address.http("monitoring")).ask(question, "the stack's alarms");
        return each(answer, "AlarmName").stream()
                .map(alarm -> new Alarm(
                        child(alarm, "AlarmName"),
                        child(alarm, "StateValue").equals("ALARM"),
                        child(alarm, "AlarmDescription")))
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }

    /** The mailboxes that get the notices; action sns:ListSubscriptionsByTopic. */
    public List<Mailbox> mailboxes() {
        SortedMap<String, String> question = question("ListSubscriptionsByTopic", "2010-03-31");
        question.put("TopicArn", part("Notifications"));
        Document answer = new SignedQuery(address.http("sns")).ask(question, "the subscriptions to notices");
        return each(answer, "Protocol").stream()
                .filter(subscription -> child(subscription, "Protocol").startsWith("email"))
                .map(subscription -> new Mailbox(
                        child(subscription, "Endpoint"),
                        child(subscription, "SubscriptionArn").startsWith("arn:")))
                .toList();
    }

    /** ENABLED or DISABLED; action scheduler:GetSchedule. */
    public String scheduleState(String name) {
        return get(
                        "scheduler",
                        "/schedules/" + name + "?groupName=" + encoded(part("Schedules")),
                        "the schedule " + name)
                .path("State")
                .asString("");
    }

    /** The function that answers the API, as the alias {@code live} leads to it; action lambda:GetFunctionConfiguration. */
    public PublishedFunction predict() {
        JsonNode told = get(
                "lambda",
                "/2015-03-31/functions/" + encoded(part("PredictFunction")) + "/configuration?Qualifier=live",
                "the function predict");
        return new PublishedFunction(
                told.path("State").asString("unknown"),
                told.path("StateReason").asString(""),
                told.path("SnapStart").path("OptimizationStatus").asString("").equals("On"));
    }

    /** Executions that all functions of the account and region may have at a time; action lambda:GetAccountSettings. */
    public int concurrency() {
        return get("lambda", "/2016-08-19/account-settings/", "the account's limits")
                .path("AccountLimit")
                .path("ConcurrentExecutions")
                .asInt(0);
    }

    private String part(String logical) {
        String found = physical.get(logical);
        if (found == null || found.isEmpty()) {
            throw new RequestRefused("the stack " + address.stack() + " has no part " + logical
                    + "; it was deployed from an older template: deploy it again");
        }
        return found;
    }

    private JsonNode get(String service, String target, String subject) {
        SignedHttp http = address.http(service);
        try {
            SignedHttp.Answer answer = http.get(target);
            if (answer.status() == 429 || answer.status() >= 500) {
                throw new StoreUnavailable(
                        subject + ": " + service + " answers with status " + answer.status() + "; try again");
            }
            JsonNode told = Json.readTree(answer.text().getBytes(StandardCharsets.UTF_8));
            if (answer.status() != 200) {
                String message =
                        told.path("message").asString(told.path("Message").asString(""));
                throw AwsErrors.of(
                        answer.status(), answer.status() == 403 ? "AccessDenied" : message, message, subject);
            }
            return told;
        } catch (SdkClientException e) {
            throw AwsErrors.of(e, subject, http.region());
        } catch (IOException | JacksonException e) {
            throw new StoreUnavailable(
                    subject + ": " + service + " gives no answer that can be read ("
                            + e.getClass().getSimpleName() + "); try again",
                    e);
        }
    }

    private static SortedMap<String, String> question(String action, String version) {
        SortedMap<String, String> question = new TreeMap<>();
        question.put("Action", action);
        question.put("Version", version);
        return question;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The elements that hold one of that name. */
    private static List<Element> each(Document answer, String name) {
        List<Element> parents = new ArrayList<>();
        NodeList found = answer.getElementsByTagName(name);
        for (int i = 0; i < found.getLength(); i++) {
            if (found.item(i).getParentNode() instanceof Element parent) {
                parents.add(parent);
            }
        }
        return parents;
    }

    private static String child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return element.getTextContent().strip();
            }
        }
        return "";
    }
}
