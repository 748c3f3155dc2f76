/**
 * The study of repairs: plants each kind of fault into recorded and generated histories, and asks of each how it ended; and
 * repairs unusual histories without a fault, of which no cell may change. Start at
 * {@link candor.benchmarks.repair.RepairStudyCommand}.
 */
@NullMarked
package candor.benchmarks.repair;

import org.jspecify.annotations.NullMarked;
