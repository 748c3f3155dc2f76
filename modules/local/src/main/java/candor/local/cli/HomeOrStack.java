// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import candor.local.wiring.Home;
import candor.local.wiring.Surroundings;
import candor.store.port.ObjectStore;
import java.util.UUID;

/**
 * What a command is about: this machine's home, or a deployed stack's bucket under the credentials of who types.
 *
 * @param name for messages, as in {@code /home/ann/.candor} or {@code the stack candor}
 * @param words what a further command needs to find the same place; empty for the home
 */
record HomeOrStack(ObjectStore store, String name, String words) {

    /** @param changes whether the command writes; one that does not leaves a home as it is */
    static HomeOrStack of(StackOption stack, HomeOption home, Surroundings surroundings, boolean changes) {
        return stack.in(surroundings)
                .map(deployed -> new HomeOrStack(
                        deployed.store(() -> UUID.randomUUID().toString()),
                        "the stack " + deployed.name(),
                        stack.words()))
                .orElseGet(() -> ofHome(home.in(surroundings), surroundings, changes));
    }

    private static HomeOrStack ofHome(Home home, Surroundings surroundings, boolean changes) {
        ObjectStore store = changes
                ? home.writable().openStore(surroundings.clock().instant())
                : home.readable().storeToRead();
        return new HomeOrStack(store, home.root().toString(), "");
    }
}
