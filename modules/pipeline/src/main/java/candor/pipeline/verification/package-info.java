// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Whether what is stored is what was stored: checkpoints, artefacts, pointers, decisions, vintages, and what can be made
 * again of the rest. Start at {@link candor.pipeline.verification.StoreCheck}. Must not know where the store is.
 */
@NullMarked
package candor.pipeline.verification;

import org.jspecify.annotations.NullMarked;
