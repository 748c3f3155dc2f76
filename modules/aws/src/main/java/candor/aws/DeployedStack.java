package candor.aws;

import candor.store.failure.RequestRefused;
import candor.store.port.ObjectStore;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A stack that was deployed from template.yaml, found by its outputs {@code Bucket} and {@code StateMachine}. */
public final class DeployedStack {

    private final StackAddress address;
    private final Map<String, String> outputs;
    private final Map<String, String> parameters;

    private DeployedStack(StackAddress address, Map<String, String> outputs, Map<String, String> parameters) {
        this.address = address;
        this.outputs = outputs;
        this.parameters = parameters;
    }

    /**
     * The stack; asks CloudFormation, action cloudformation:DescribeStacks.
     *
     * @throws RequestRefused with the remedy, where there is no such stack, or where it must not be looked at
     */
    public static DeployedStack find(StackAddress address) {
        TreeMap<String, String> question = new TreeMap<>();
        question.put("Action", "DescribeStacks");
        question.put("Version", "2010-05-15");
        question.put("StackName", address.stack());
        String subject = "the stack " + address.stack() + " in " + address.region();
        Document answer;
        try {
            answer = new SignedQuery(address.http("cloudformation")).ask(question, subject);
        } catch (RequestRefused rejected) {
            if (String.valueOf(rejected.getMessage()).contains("does not exist")) {
                throw new RequestRefused(
                        subject + ": there is no such stack; deploy it with 'sam deploy --guided', or give another"
                                + " --stack or --region",
                        rejected);
            }
            throw rejected;
        }
        return new DeployedStack(address, pairs(answer, "Output"), pairs(answer, "Parameter"));
    }

    private static Map<String, String> pairs(Document answer, String kind) {
        Map<String, String> pairs = new TreeMap<>();
        NodeList keys = answer.getElementsByTagName(kind + "Key");
        for (int i = 0; i < keys.getLength(); i++) {
            if (keys.item(i).getParentNode() instanceof Element pair) {
                NodeList value = pair.getElementsByTagName(kind + "Value");
                if (value.getLength() == 1) {
                    pairs.put(keys.item(i).getTextContent(), value.item(0).getTextContent());
                }
            }
        }
        return pairs;
    }

    /** The name that it was deployed under. */
    public String name() {
        return address.stack();
    }

    /** The region that it was deployed in. */
    public String region() {
        return address.region();
    }

    /** A parameter of template.yaml that it was deployed with; empty where it has none of that name, or an empty one. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    /** What services say of its parts. */
    public StackParts parts() {
        return StackParts.of(address);
    }

    /** The executions of its state machine for many symbols. */
    public StepFunctions universeExecutions() {
        return StepFunctions.connect(address, output("UniverseStateMachine"));
    }

    /** The executions of its state machine. */
    public StepFunctions executions() {
        return StepFunctions.connect(address, output("StateMachine"));
    }

    /** The objects in its bucket. */
    public ObjectStore store(Supplier<String> writeIds) {
        return new S3ObjectStore(S3ObjectStore.client(address), output("Bucket"), writeIds);
    }

    private String output(String name) {
        String value = outputs.get(name);
        if (value == null) {
            throw new RequestRefused("the stack " + address.stack() + " has no output '" + name + "', only "
                    + outputs.keySet() + "; give the name of a stack that template.yaml was deployed as");
        }
        return value;
    }
}
