// SPDX-License-Identifier: GPL-3.0-or-later
/** Tests of lists of symbols and of what became of them. */
@NullMarked
package candor.pipeline.universe;

import org.jspecify.annotations.NullMarked;
