/** What becomes of files as people have them: read, rejected or stopped. Start at {@link candor.benchmarks.forms.FormsTable}. */
@NullMarked
package candor.benchmarks.forms;

import org.jspecify.annotations.NullMarked;
