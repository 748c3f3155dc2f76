/** What studies share: options, work on many series at once. Start at {@link candor.benchmarks.study.StudyOptions}. */
@NullMarked
package candor.benchmarks.study;

import org.jspecify.annotations.NullMarked;
