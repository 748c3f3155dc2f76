package candor.local.cli;

import candor.local.statemachine.Pace;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;

/**
 * What the command line finds around it.
 *
 * @param root the folder with {@code statemachine/}
 * @param userHome the person's home folder
 * @param workingDirectory against which relative paths are read
 * @param terminal whether progress may rewrite its line
 * @param pace the time that executions see
 * @param zone in which times are shown to a person
 */
record Surroundings(
        Path root,
        Path userHome,
        Path workingDirectory,
        Map<String, String> environment,
        Clock clock,
        Pace pace,
        ZoneId zone,
        boolean terminal,
        PrintStream out,
        PrintStream err) {}
