package candor.local.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * JVMs of their own that run a test's main class on this class path: each says {@code ready}, waits for a line, works, and
 * prints what came of it.
 */
public final class SecondProcess {

    private SecondProcess() {}

    /** Runs the class once for each list of arguments, all at the same time, and answers what each printed. */
    public static List<List<String>> together(Class<?> main, List<List<String>> arguments) throws Exception {
        List<Process> processes = new ArrayList<>();
        List<BufferedReader> outputs = new ArrayList<>();
        for (List<String> each : arguments) {
            Process process = start(main, each);
            processes.add(process);
            outputs.add(process.inputReader(UTF_8));
        }
        for (BufferedReader output : outputs) {
            String line = output.readLine();
            if (!"ready".equals(line)) {
                throw new IllegalStateException("a process did not start: " + line);
            }
        }
        for (Process process : processes) {
            process.outputWriter(UTF_8).append("go\n").close();
        }
        List<List<String>> printed = new ArrayList<>();
        for (int i = 0; i < processes.size(); i++) {
            printed.add(outputs.get(i).readAllLines());
            if (processes.get(i).waitFor() != 0) {
                throw new IllegalStateException("a process failed: " + printed.get(i));
            }
        }
        return printed;
    }

    /** What the started class calls before it works. */
    public static void awaitStart() throws IOException {
        System.out.println("ready");
        if (System.in.read() < 0) {
            throw new IllegalStateException("the test that started this process is gone");
        }
    }

    private static Process start(Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
