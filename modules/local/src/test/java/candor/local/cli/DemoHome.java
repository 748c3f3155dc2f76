package candor.local.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One demo, made once, for all tests that take it as a parameter. They may run further commands there as long as these find
 * all work done.
 *
 * @param first what the demo answered
 */
record DemoHome(Path home, Terminal terminal, Terminal.Answer first) implements AutoCloseable {

    private static DemoHome make() {
        try {
            Path folder = Files.createTempDirectory("candor-demo");
            Terminal terminal = new Terminal(folder.resolve("home"), folder);
            return new DemoHome(folder.resolve("home"), terminal, terminal.type("demo"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        Artefacts.delete(Objects.requireNonNull(home.getParent()));
    }

    /** Hands out the one demo, and deletes it after the last test. */
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == DemoHome.class;
        }

        @Override
        public DemoHome resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(DemoHome.class, key -> make(), DemoHome.class);
        }
    }
}
