package candor.function.predict;

import candor.aws.S3ReportLinks;
import candor.aws.lambda.FunctionPorts;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import candor.pipeline.api.ForecastApi;
import candor.pipeline.api.ReportLinks;
import candor.pipeline.port.ObjectStore;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.function.Consumer;
import org.crac.Core;
import org.crac.Resource;

/** Answers API Gateway's proxy events. Under SnapStart its whole path is walked before the snapshot: {@link Priming}. */
public final class PredictHandler implements RequestStreamHandler, Resource {

    private final ForecastApi api;
    private final Priming priming;

    /** As Lambda makes it, once for each process. */
    public PredictHandler() {
        this(FunctionPorts.ofProcess());
        register();
    }

    private PredictHandler(FunctionPorts ports) {
        this(
                ports.store(),
                new NyseCalendar(),
                ports.clock(),
                S3ReportLinks.connect(ports.settings(), ports.clock()),
                ports::notice);
    }

    /**
     * As everybody else makes it.
     *
     * @param notices told, in one line, where priming was cut short
     */
    public PredictHandler(
            ObjectStore store, TradingCalendar calendar, Clock clock, ReportLinks links, Consumer<String> notices) {
        this.api = new ForecastApi(store, calendar, clock, links);
        this.priming = new Priming(store, this::answer, notices);
    }

    /** The context keeps resources weakly; this one lives as long as its handler, which Lambda keeps. */
    private void register() {
        Core.getGlobalContext().register(this);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        output.write(answer(input.readAllBytes()));
    }

    byte[] answer(byte[] event) {
        return ProxyEvent.write(api.answer(ProxyEvent.read(event)));
    }

    /** Loads and warms up what a request needs, against the store itself; nothing is written. */
    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        priming.run();
    }

    /** Nothing to do: clients connect anew by themselves. */
    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        // Connections and credentials are asked for at each call.
    }
}
