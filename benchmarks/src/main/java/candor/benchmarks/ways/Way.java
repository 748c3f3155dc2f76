// SPDX-License-Identifier: GPL-3.0-or-later
package candor.benchmarks.ways;

/** A way for bars into a forecast. */
enum Way {
    /** {@code candor run --csv}. */
    RUN,
    /** {@code candor repair}, and where it lets the file pass, a run on what it wrote. */
    REPAIR,
    /** {@code candor predict} with the models of another run. */
    PREDICT,
    /** {@code candor run} on a provider that answers with the file's rows. */
    PROVIDER
}
