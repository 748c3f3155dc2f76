package candor.function.predict;

import candor.aws.lambda.FunctionPorts;
import candor.forecasting.calendar.NyseCalendar;
import candor.pipeline.api.ForecastApi;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Answers API Gateway's proxy events. */
public final class PredictHandler implements RequestStreamHandler {

    private final ForecastApi api;

    /** As Lambda makes it, once for each process. */
    public PredictHandler() {
        this(FunctionPorts.ofProcess());
    }

    private PredictHandler(FunctionPorts ports) {
        this(new ForecastApi(ports.store(), new NyseCalendar(), ports.clock()));
    }

    /** As everybody else makes it. */
    public PredictHandler(ForecastApi api) {
        this.api = api;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        output.write(ProxyEvent.write(api.answer(ProxyEvent.read(input.readAllBytes()))));
    }
}
