package candor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The template grants what its comment says, to each function apart. */
class PermissionsTest {

    /** Statements about services that know no resource to limit an action to. */
    private static final Set<String> WITHOUT_RESOURCE =
            Set.of("Trace", "DeliverTheLog", "SampleTraces", "AskHowTheApiDid");

    private static final Set<String> LEDGER_WRITERS =
            Set.of("PromoteRole", "ForecastRole", "MonitorRole", "RecordFailureRole");

    private final Template template = Template.read();
    private final Map<String, Map<String, Object>> roles = template.resources("AWS::IAM::Role");

    @Test
    void everyFunctionHasItsOwnRole() {
        assertThat(template.functions())
                .allSatisfy((id, function) -> assertThat(function)
                        .containsEntry("Role", "!GetAtt " + id.replaceFirst("Function$", "Role") + ".Arn"));
    }

    @Test
    void noActionIsWildAndNoResourceEverything() {
        assertThat(allowed()).isNotEmpty().allSatisfy(statement -> {
            assertThat(Template.texts(statement, "Action")).noneMatch(action -> action.contains("*"));
            if (!WITHOUT_RESOURCE.contains(String.valueOf(statement.get("Sid")))) {
                assertThat(Template.texts(statement, "Resource")).noneMatch("*"::equals);
            }
        });
    }

    @Test
    void everyPartOfTheBucketIsNamed() {
        assertThat(allowed()).allSatisfy(statement -> {
            List<String> actions = Template.texts(statement, "Action");
            if (actions.contains("s3:ListBucket")) {
                assertThat(actions).hasSize(1);
                assertThat(statement).containsKey("Condition");
            } else if (actions.stream().anyMatch(action -> action.startsWith("s3:"))) {
                assertThat(Template.texts(statement, "Resource"))
                        .allMatch(resource -> resource.matches("!Sub \\$\\{Store\\.Arn}/[a-z]+(/[a-z]+)?/\\*"));
            }
        });
    }

    @Test
    void whatIsReadMayAlsoBeFoundAbsent() {
        assertThat(roles).allSatisfy((id, role) -> {
            Set<String> read = new TreeSet<>();
            Set<String> listed = new TreeSet<>();
            for (Map<String, Object> statement : Template.statements(role)) {
                if (Template.texts(statement, "Action").contains("s3:GetObject")) {
                    Template.texts(statement, "Resource")
                            .forEach(resource -> read.add(resource.substring(resource.indexOf('/') + 1)));
                }
                if (Template.texts(statement, "Action").contains("s3:ListBucket")) {
                    Map<String, Object> like = Template.map(
                            Template.map(statement.get("Condition")).get("StringLike"));
                    listed.addAll(Template.texts(like, "s3:prefix"));
                }
            }
            assertThat(listed).as(id).containsAll(read);
        });
    }

    @Test
    void theLedgerIsOpenToThoseWhoKeepIt() {
        assertThat(roles).allSatisfy((id, role) -> {
            boolean keeps = Template.statements(role).stream()
                    .flatMap(statement -> Template.texts(statement, "Action").stream())
                    .anyMatch(action -> action.startsWith("dynamodb:"));
            assertThat(keeps).as(id).isEqualTo(LEDGER_WRITERS.contains(id));
        });
    }

    private List<Map<String, Object>> allowed() {
        List<Map<String, Object>> statements = new ArrayList<>();
        roles.values().forEach(role -> statements.addAll(Template.statements(role)));
        for (String type : List.of("AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy")) {
            template.resources(type).values().forEach(policy -> statements.addAll(Template.statements(policy)));
        }
        return statements;
    }
}
