package candor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import candor.store.failure.PipelineFailure;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/operations.md says of every failure of ours what to do, and of none that there is not. */
class ErrorTableTest {

    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    @Test
    void everyFailureStandsInTheTable() throws ClassNotFoundException {
        assertThat(told()).containsAll(failures());
    }

    @Test
    void everyNameInTheTableIsAFailure() throws ClassNotFoundException {
        assertThat(failures()).containsAll(told());
    }

    /** Classes that are thrown: what only groups them is abstract. */
    private static List<String> failures() throws ClassNotFoundException {
        List<String> found = new ArrayList<>();
        for (String name : Tree.names("modules/store/src/main/java/candor/store/failure", ".java")) {
            if (!name.equals("package-info")) {
                Class<?> type = Class.forName("candor.store.failure." + name);
                if (PipelineFailure.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                    found.add(name);
                }
            }
        }
        return found;
    }

    /** Names without a dot in the first column of the table below '| error |'. */
    private static List<String> told() {
        return Tree.text("docs/operations.md")
                .lines()
                .dropWhile(line -> !line.startsWith("| error |"))
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1)[1])
                .flatMap(cell -> NAME.matcher(cell).results().map(match -> match.group(1)))
                .toList();
    }
}
