package candor.statemachine.definition;

import candor.statemachine.expression.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One state. A null {@code next} ends the flow; a null template stands for the language's default. */
public sealed interface State {

    String name();

    /** Every state that this one can lead to, without duplicates removed. */
    List<String> successors();

    /** Whether the flow can end here. */
    boolean ends();

    /** What its Assign, and its rules' Assign, may set. */
    List<Template> assignments();

    /** A state whose failure may be retried and caught. */
    sealed interface Guarded extends State {

        List<Retrier> retriers();

        List<Catcher> catchers();

        @Nullable
        Template assign();

        @Nullable
        Template output();

        @Nullable
        String next();

        @Override
        default List<String> successors() {
            List<String> names = new ArrayList<>(State.optional(next()));
            catchers().forEach(catcher -> names.add(catcher.next()));
            return names;
        }

        @Override
        default boolean ends() {
            return next() == null;
        }

        @Override
        default List<Template> assignments() {
            List<Template> all = new ArrayList<>(State.optional(assign()));
            catchers().stream().map(Catcher::assign).filter(Objects::nonNull).forEach(all::add);
            return all;
        }
    }

    /**
     * Invokes a Lambda function by the optimised integration {@code arn:aws:states:::lambda:invoke}.
     *
     * @param waitsForToken whether the result is not the function's answer but what is sent for the task's token, {@code
     *     .waitForTaskToken}
     * @param heartbeatSeconds how long a sender may keep silent; only where the task waits for its token
     */
    record Task(
            String name,
            boolean waitsForToken,
            @Nullable Template arguments,
            @Nullable Template timeoutSeconds,
            @Nullable Template heartbeatSeconds,
            List<Retrier> retriers,
            List<Catcher> catchers,
            @Nullable Template assign,
            @Nullable Template output,
            @Nullable String next)
            implements Guarded {}

    /**
     * Starts an execution of another machine and waits for its end, {@code arn:aws:states:::states:startExecution.sync:2}.
     *
     * @param arguments an object with StateMachineArn and, where they are wanted, Input and Name
     */
    record StartExecution(
            String name,
            Template arguments,
            @Nullable Template timeoutSeconds,
            List<Retrier> retriers,
            List<Catcher> catchers,
            @Nullable Template assign,
            @Nullable Template output,
            @Nullable String next)
            implements Guarded {}

    /** Runs its branches side by side; its result is the list of their outputs. */
    record Parallel(
            String name,
            @Nullable Template arguments,
            List<Flow> branches,
            List<Retrier> retriers,
            List<Catcher> catchers,
            @Nullable Template assign,
            @Nullable Template output,
            @Nullable String next)
            implements Guarded {}

    /**
     * Runs its processor once for each item, inline; its result is the list of their outputs.
     *
     * @param items what gives the list; null for the state's input
     * @param itemSelector what an iteration is handed; null for the item itself
     * @param maxConcurrency how many iterations at once; null or 0 for as many as there may be
     */
    record Map(
            String name,
            @Nullable Template items,
            @Nullable Template itemSelector,
            @Nullable Template maxConcurrency,
            Flow processor,
            List<Retrier> retriers,
            List<Catcher> catchers,
            @Nullable Template assign,
            @Nullable Template output,
            @Nullable String next)
            implements Guarded {}

    /**
     * Runs its processor as an execution of its own, a child, for each item or batch of items. Its result is the list of
     * the children's results, or the address of the files that they were written to.
     *
     * @param label stands in the names of the children's machine and of the Map run
     * @param items what gives the list; null for the reader's or, without one, the state's input
     * @param reader null where the items are not read
     * @param itemSelector what a child is handed for an item; null for the item itself
     * @param batcher null for a child for each item
     * @param maxConcurrency how many children at once; null or 0 for as many as there may be
     * @param processor the machine that the children are executions of
     */
    record DistributedMap(
            String name,
            String label,
            @Nullable Template items,
            @Nullable ItemReader reader,
            @Nullable Template itemSelector,
            @Nullable ItemBatcher batcher,
            @Nullable Template maxConcurrency,
            ToleratedFailures tolerated,
            StateMachine processor,
            ResultWriter resultWriter,
            List<Retrier> retriers,
            List<Catcher> catchers,
            @Nullable Template assign,
            @Nullable Template output,
            @Nullable String next)
            implements Guarded {}

    record Pass(
            String name,
            @Nullable Template assign,
            @Nullable Template output,
            @Nullable String next) implements State {

        @Override
        public List<String> successors() {
            return optional(next);
        }

        @Override
        public boolean ends() {
            return next == null;
        }

        @Override
        public List<Template> assignments() {
            return optional(assign);
        }
    }

    /** Exactly one of seconds and timestamp is there. */
    record Wait(
            String name,
            @Nullable Template seconds,
            @Nullable Template timestamp,
            @Nullable Template assign,
            @Nullable Template output,
            @Nullable String next)
            implements State {

        @Override
        public List<String> successors() {
            return optional(next);
        }

        @Override
        public boolean ends() {
            return next == null;
        }

        @Override
        public List<Template> assignments() {
            return optional(assign);
        }
    }

    /** The first rule whose condition holds decides; assign and output are for the default. */
    record Choice(
            String name,
            List<ChoiceRule> rules,
            @Nullable String otherwise,
            @Nullable Template assign,
            @Nullable Template output)
            implements State {

        @Override
        public List<String> successors() {
            List<String> names = new ArrayList<>(optional(otherwise));
            rules.forEach(rule -> names.add(rule.next()));
            return names;
        }

        @Override
        public boolean ends() {
            return false;
        }

        @Override
        public List<Template> assignments() {
            List<Template> all = new ArrayList<>(optional(assign));
            rules.stream().map(ChoiceRule::assign).filter(Objects::nonNull).forEach(all::add);
            return all;
        }
    }

    record Succeed(String name, @Nullable Template output) implements Terminal {}

    record Fail(
            String name, @Nullable Template error, @Nullable Template cause) implements Terminal {}

    /** A state that nothing follows. */
    sealed interface Terminal extends State {

        @Override
        default List<String> successors() {
            return List.of();
        }

        @Override
        default boolean ends() {
            return true;
        }

        @Override
        default List<Template> assignments() {
            return List.of();
        }
    }

    private static <T> List<T> optional(@Nullable T value) {
        return value == null ? List.of() : List.of(value);
    }
}
