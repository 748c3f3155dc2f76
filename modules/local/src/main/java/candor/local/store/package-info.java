/**
 * Objects in a folder, with the conditional writes that S3 has. Start at {@link candor.local.store.FolderObjectStore}.
 * Must not know stages or what the objects mean.
 */
@NullMarked
package candor.local.store;

import org.jspecify.annotations.NullMarked;
