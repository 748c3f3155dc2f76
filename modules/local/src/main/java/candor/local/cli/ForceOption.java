// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.cli;

import candor.local.wiring.Home;
import candor.local.wiring.OutputFiles;
import candor.local.wiring.Surroundings;
import picocli.CommandLine.Option;

/** The option of commands that write files where a person wants them. */
final class ForceOption {

    @Option(names = "--force", description = "replace files that are there and are not as Candor wrote them")
    private boolean force;

    OutputFiles outputs(Surroundings surroundings, Home home) {
        return new OutputFiles(surroundings, home, force);
    }
}
