package candor.local.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line in a process of its own, which can be stopped or killed. */
final class OwnProcess {

    private OwnProcess() {}

    /**
     * @param home what CANDOR_HOME names
     * @param printed gets all that it prints
     */
    static Process start(Path home, Path printed, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dcandor.root=" + System.getProperty("candor.root", ""),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CANDOR_HOME", home.toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
    }
}
