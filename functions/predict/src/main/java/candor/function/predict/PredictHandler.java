package candor.function.predict;

import candor.aws.S3ReportLinks;
import candor.aws.lambda.FunctionPorts;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import candor.pipeline.report.ReportLinks;
import candor.serving.api.ForecastApi;
import candor.store.port.ObjectStore;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.crac.Core;
import org.crac.Resource;

/** Answers API Gateway's proxy events. Under SnapStart its whole path is walked before the snapshot: {@link Priming}. */
public final class PredictHandler implements RequestStreamHandler, Resource {

    private final UnaryOperator<byte[]> handler;
    private final Priming priming;

    /** As Lambda makes it, once for each process. */
    public PredictHandler() {
        this(FunctionPorts.ofProcess(() -> ForecastRehearsal.forecast(Clock.systemUTC())));
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
     * For the local runner and tests.
     *
     * @param notices told, in one line, where priming was cut short
     */
    public PredictHandler(
            ObjectStore store, TradingCalendar calendar, Clock clock, ReportLinks links, Consumer<String> notices) {
        Function<ObjectStore, UnaryOperator<byte[]>> handlers = from -> {
            ForecastApi over = new ForecastApi(from, calendar, clock, links);
            return event -> ProxyEvent.write(ProxyEvent.answer(event, over::answer));
        };
        this.handler = handlers.apply(store);
        this.priming = new Priming(store, handlers, notices);
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
        return handler.apply(event);
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
