package candor.pipeline.report;

import candor.forecasting.market.Symbol;
import candor.store.checkpoint.Artefact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a person's browser finds a file of a report: each place that serves the API has its own way. */
public interface ReportLinks {

    /**
     * A link.
     *
     * @param href a URI, or a path on the host that was asked
     * @param expires when it stops working; null for never
     */
    record Link(String href, @Nullable Instant expires) {}

    /** The link to a file of the report on the symbol's latest forecast. */
    Link to(Symbol symbol, Artefact file);
}
