/** What studies share: options, work on many series at once, refusals. Start at {@link candor.benchmarks.study.StudyOptions}. */
@NullMarked
package candor.benchmarks.study;

import org.jspecify.annotations.NullMarked;
