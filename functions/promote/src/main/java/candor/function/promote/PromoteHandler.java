package candor.function.promote;

import candor.aws.lambda.FunctionPorts;
import candor.aws.lambda.StageHandler;
import candor.forecasting.calendar.NyseCalendar;
import candor.pipeline.stage.PromoteStage;
import candor.pipeline.stage.Stage;
import java.time.Clock;
import java.util.function.Consumer;

/** Judges the champion, asks people where they have to agree, and keeps their answers. */
public final class PromoteHandler extends StageHandler {

    /** As Lambda makes it, once for each process. */
    public PromoteHandler() {
        this(FunctionPorts.ofProcess());
    }

    private PromoteHandler(FunctionPorts ports) {
        this(new PromoteStage(ports.workshop(), new NyseCalendar(), ports::ledger, told(ports)), ports.clock());
    }

    /** With what makes the command that it names find this stack. */
    private static Consumer<String> told(FunctionPorts ports) {
        Consumer<String> people = ports.people("waits for approval");
        return message -> people.accept(message + ports.commandOptions());
    }

    /** For the local runner and tests. */
    public PromoteHandler(Stage stage, Clock clock) {
        super(stage, clock);
    }
}
