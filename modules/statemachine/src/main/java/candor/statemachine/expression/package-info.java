/**
 * JSONata as Step Functions has it: the language itself (by com.dashjoin:jsonata), Step Functions' own functions, and
 * values that may be templates with expressions inside. Start at {@link candor.statemachine.expression.Template}.
 * Must not know states, executions or files.
 */
@NullMarked
package candor.statemachine.expression;

import org.jspecify.annotations.NullMarked;
