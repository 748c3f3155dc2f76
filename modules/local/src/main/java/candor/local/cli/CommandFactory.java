package candor.local.cli;

import candor.local.wiring.Surroundings;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands with the surroundings that they ask for. */
final class CommandFactory implements IFactory {

    private final Surroundings surroundings;

    CommandFactory(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Optional<Constructor<?>> constructor = Arrays.stream(type.getDeclaredConstructors())
                .filter(candidate -> Arrays.equals(candidate.getParameterTypes(), new Class<?>[] {Surroundings.class}))
                .findFirst();
        if (constructor.isPresent()) {
            return type.cast(constructor.get().newInstance(surroundings));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
