// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.ledger;

import java.nio.file.Path;
import java.sql.SQLException;

/** The file is no ledger, or not any more. Nothing is lost by that: a ledger can be made again from the store. */
public final class DamagedLedger extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    DamagedLedger(Path file, SQLException reason) {
        super(
                "the ledger " + file + " is damaged (" + reason.getMessage()
                        + "); ./candor verify --repair sets it aside and makes it again from the store, or choose"
                        + " another folder with --home DIR or CANDOR_HOME",
                reason);
    }
}
