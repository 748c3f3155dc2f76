package candor.marketdata;

import candor.forecasting.market.Symbol;
import candor.marketdata.csv.Quoted;
import candor.pipeline.failure.RequestRefused;
import candor.pipeline.port.BarSource;
import candor.pipeline.port.Retrieval;

/** The one source that a run is given: hands each reference to the source that understands it. */
public final class BarSources implements BarSource {

    private final BarSource inbox;
    private final BarSource synthetic;

    /**
     * @param inbox for references that begin with {@value InboxBars#PREFIX}
     * @param synthetic for the reference {@value SyntheticBars#REFERENCE}
     */
    public BarSources(BarSource inbox, BarSource synthetic) {
        this.inbox = inbox;
        this.synthetic = synthetic;
    }

    @Override
    public Retrieval retrieve(Symbol symbol, String reference) {
        if (reference.equals(SyntheticBars.REFERENCE)) {
            return synthetic.retrieve(symbol, reference);
        }
        if (reference.startsWith(InboxBars.PREFIX)) {
            return inbox.retrieve(symbol, reference);
        }
        throw new RequestRefused("source: " + Quoted.of(reference) + " is unknown (write " + SyntheticBars.REFERENCE
                + ", or the key of a CSV file, inbox/NAME.csv)");
    }
}
