/** Tests of the hyper-parameters' files. */
@NullMarked
package candor.pipeline.settings;

import org.jspecify.annotations.NullMarked;
