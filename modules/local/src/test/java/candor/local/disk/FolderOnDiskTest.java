// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.disk;

import candor.local.store.FolderObjectStore;
import candor.store.port.ObjectStore;
import candor.store.port.ObjectStoreContract;

/** The simulated disk is one on which a folder keeps all promises of a store. */
class FolderOnDiskTest extends ObjectStoreContract {

    @Override
    protected ObjectStore emptyStore() {
        return new FolderObjectStore(SimulatedDisk.empty(true).path("/home/store"));
    }
}
