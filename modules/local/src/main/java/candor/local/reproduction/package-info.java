// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * A run made again of what was recorded of it, by the same person or by somebody else: start at
 * {@link candor.local.reproduction.Reproduction}; {@link candor.local.reproduction.Bundle} carries it elsewhere. Must not
 * write into the home that the run is of.
 */
@NullMarked
package candor.local.reproduction;

import org.jspecify.annotations.NullMarked;
