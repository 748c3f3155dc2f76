/**
 * A state machine's definition in the Amazon States Language, dialect JSONata, read and checked as a whole before
 * anything runs: what is not supported is rejected by name. Start at
 * {@link candor.statemachine.definition.StateMachine}. Must not know executions, history or clocks. The language:
 * states-language.net/spec.html and the AWS Step Functions Developer Guide.
 */
@NullMarked
package candor.statemachine.definition;

import org.jspecify.annotations.NullMarked;
