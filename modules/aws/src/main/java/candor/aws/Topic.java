package candor.aws;

import candor.store.environment.Variable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** The SNS topic that reaches people, {@code CANDOR_TOPIC}. Needs the action sns:Publish on it. */
public final class Topic implements Consumer<String> {

    /** SNS rejects a longer subject, and one with line breaks. */
    private static final int LONGEST_SUBJECT = 100;

    private final SignedQuery sns;
    private final String arn;
    private final String subject;

    private Topic(SignedQuery sns, String arn, String subject) {
        this.sns = sns;
        this.arn = arn;
        this.subject = subject;
    }

    /**
     * The topic, in the region of its ARN; empty where {@code CANDOR_TOPIC} is unset.
     *
     * @param subject of every message
     */
    public static Optional<Consumer<String>> from(Map<String, String> environment, String subject) {
        String arn = Variable.TOPIC.in(environment);
        if (arn.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = arn.split(":", -1);
        if (parts.length != 6 || !parts[2].equals("sns")) {
            throw new IllegalArgumentException(Variable.TOPIC + " is '" + arn + "'; set it to the ARN of an SNS topic");
        }
        SignedHttp http = SignedHttp.to(
                "sns",
                parts[3],
                environment.getOrDefault("AWS_ENDPOINT_URL", ""),
                DefaultCredentialsProvider.builder().build());
        String line = subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT);
        return Optional.of(new Topic(new SignedQuery(http), arn, line));
    }

    @Override
    public void accept(String message) {
        TreeMap<String, String> question = new TreeMap<>();
        question.put("Action", "Publish");
        question.put("Version", "2010-03-31");
        question.put("TopicArn", arn);
        question.put("Subject", subject);
        question.put("Message", message);
        sns.ask(question, "a message to " + arn);
    }
}
