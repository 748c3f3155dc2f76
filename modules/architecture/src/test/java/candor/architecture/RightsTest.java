package candor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each function's role grants what the function does with bucket and table, and nothing else. */
class RightsTest {

    private static Map<String, Set<String>> used;

    private final Template template = Template.read();

    @BeforeAll
    static void work() {
        Uses uses = new Uses();
        new EveryFunctionAtWork(uses).run();
        used = uses.byFunction();
    }

    @Test
    void everyFunctionWasAtWork() {
        assertThat(used.keySet()).isEqualTo(template.functions().keySet());
    }

    @Test
    void whatIsUsedIsGrantedAndWhatIsGrantedIsUsed() {
        assertThat(used)
                .allSatisfy((function, rights) -> assertThat(granted(function))
                        .as("rights of %s", function)
                        .isEqualTo(rights));
    }

    /** Only who is told the topic may publish to it, or use its key. */
    @Test
    void onlyWhoTellsPeopleMayPublish() {
        assertThat(template.functions()).allSatisfy((id, function) -> {
            boolean told = template.variables(id).contains("CANDOR_TOPIC");
            List<String> actions = statements(id).stream()
                    .flatMap(statement -> Template.texts(statement, "Action").stream())
                    .toList();
            assertThat(actions.contains("sns:Publish")).as(id).isEqualTo(told);
            assertThat(actions.stream().anyMatch(action -> action.startsWith("kms:")))
                    .as(id)
                    .isEqualTo(told);
        });
    }

    private Set<String> granted(String function) {
        Set<String> rights = new TreeSet<>();
        for (Map<String, Object> statement : statements(function)) {
            for (String action : Template.texts(statement, "Action")) {
                if (action.startsWith("dynamodb:")) {
                    rights.add(action);
                } else if (action.equals("s3:ListBucket")) {
                    Map<String, Object> like = Template.map(Template.map(statement, "Condition"), "StringLike");
                    Template.texts(like, "s3:prefix").forEach(prefix -> rights.add(action + " " + withoutStar(prefix)));
                } else if (action.startsWith("s3:")) {
                    Template.texts(statement, "Resource")
                            .forEach(resource -> rights.add(
                                    action + " " + withoutStar(resource.substring(resource.indexOf('/') + 1))));
                }
            }
        }
        return rights;
    }

    private static String withoutStar(String pattern) {
        assertThat(pattern).endsWith("/*");
        return pattern.substring(0, pattern.length() - 2);
    }

    /** Those of the function's role and of the policies of ours that the role names. */
    private List<Map<String, Object>> statements(String function) {
        Map<String, Object> role =
                Template.map(template.resources("AWS::IAM::Role").get(function.replaceFirst("Function$", "Role")));
        List<Map<String, Object>> statements = new ArrayList<>(Template.statements(role));
        Map<String, Map<String, Object>> managed = new TreeMap<>(template.resources("AWS::IAM::ManagedPolicy"));
        Template.texts(role, "ManagedPolicyArns")
                .forEach(policy -> statements.addAll(
                        Template.statements(Template.map(managed.get(policy.replaceFirst("^!Ref ", ""))))));
        return statements;
    }
}
