// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.wiring;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who decides at this terminal. */
public final class Person {

    /** Variables of the environment that name a login. */
    public static final List<String> USER = List.of("USER", "LOGNAME", "USERNAME");

    private Person() {}

    /** The name that was given, else that of this login. */
    public static String named(@Nullable String by, Surroundings surroundings) {
        return Optional.ofNullable(by)
                .or(() -> USER.stream()
                        .map(variable -> surroundings.environment().getOrDefault(variable, ""))
                        .filter(user -> !user.isBlank())
                        .findFirst())
                .filter(user -> !user.isBlank())
                .orElseThrow(() -> new CommandRejected(
                        "this login has no name, and what you decide is kept with yours; add --by NAME"));
    }
}
