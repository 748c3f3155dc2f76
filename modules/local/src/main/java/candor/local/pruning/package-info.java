// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What of a home is not needed any more. Start at {@link candor.local.pruning.Pruning}. Must not know how a stage works.
 */
@NullMarked
package candor.local.pruning;

import org.jspecify.annotations.NullMarked;
