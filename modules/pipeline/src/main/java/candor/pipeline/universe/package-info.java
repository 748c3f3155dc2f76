// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Many symbols as one act: the list of them, and what became of each. Start at
 * {@link candor.pipeline.universe.SymbolList} and {@link candor.pipeline.universe.UniverseSummary}. Must not know what runs
 * the symbols, and where.
 */
@NullMarked
package candor.pipeline.universe;

import org.jspecify.annotations.NullMarked;
