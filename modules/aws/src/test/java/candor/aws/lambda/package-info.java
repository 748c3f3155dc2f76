/** Tests of Lambda's side of a stage. */
@NullMarked
package candor.aws.lambda;

import org.jspecify.annotations.NullMarked;
