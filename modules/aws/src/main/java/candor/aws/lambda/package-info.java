/**
 * Lambda's side of a stage: request in, result out, log lines. Start at {@link candor.aws.lambda.StageHandler}. Must not
 * know which stage it runs.
 */
@NullMarked
package candor.aws.lambda;

import org.jspecify.annotations.NullMarked;
