package candor.marketdata;

import candor.forecasting.calendar.TradingCalendar;
import candor.marketdata.text.Quoted;
import candor.marketdata.tiingo.TiingoBars;
import candor.marketdata.vintage.LiveBars;
import candor.store.failure.RequestRefused;
import candor.store.failure.SourceMissing;
import candor.store.port.BarProvider;
import candor.store.port.BarRequest;
import candor.store.port.BarSource;
import candor.store.port.ObjectStore;
import candor.store.port.Retrieval;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one source that a run is given: hands each reference to the source that understands it. What is configured is
 * looked at in its order: a file that a user dropped at {@code inbox/SYMBOL.csv}, where there is one, and providers, of
 * which a later one stands in for an earlier one.
 */
public final class BarSources implements BarSource {

    /** Stands for {@code inbox/SYMBOL.csv} in an order and as a reference. */
    public static final String INBOX = "inbox";

    private final InboxBars inbox;
    private final BarSource synthetic;
    private final LiveBars live;
    private final Supplier<List<BarProvider>> providers;
    private final boolean inboxFirst;

    /**
     * @param inbox for {@value #INBOX} and references that begin with {@value InboxBars#PREFIX}
     * @param synthetic for the reference {@value SyntheticBars#REFERENCE}
     * @param live for the names of providers
     * @param providers in the order of preference; made anew for each retrieval
     * @param inboxFirst whether what is configured begins with {@value #INBOX}
     */
    public BarSources(
            InboxBars inbox,
            BarSource synthetic,
            LiveBars live,
            Supplier<List<BarProvider>> providers,
            boolean inboxFirst) {
        this.inbox = inbox;
        this.synthetic = synthetic;
        this.live = live;
        this.providers = providers;
        this.inboxFirst = inboxFirst;
    }

    /**
     * All sources on one store.
     *
     * @param notices told, in one line each, what a person should know
     */
    public static BarSources on(
            ObjectStore store,
            TradingCalendar calendar,
            Clock clock,
            SourceSettings settings,
            Providers providers,
            Consumer<String> notices) {
        return new BarSources(
                new InboxBars(store),
                SyntheticBars.builtIn(calendar),
                new LiveBars(store, calendar, clock, SETTLING, notices),
                providers,
                settings.inboxFirst());
    }

    @Override
    public Retrieval retrieve(BarRequest request) {
        String reference = request.reference();
        if (reference.equals(SyntheticBars.REFERENCE)) {
            return synthetic.retrieve(request);
        }
        if (reference.equals(CONFIGURED)) {
            return configured(request);
        }
        if (reference.equals(INBOX) || reference.startsWith(InboxBars.PREFIX)) {
            return inbox.retrieve(request);
        }
        List<BarProvider> known = providers.get();
        List<BarProvider> named = known.stream()
                .filter(provider -> provider.name().equals(reference))
                .toList();
        if (named.isEmpty() && reference.equals(TiingoBars.NAME)) {
            throw new RequestRefused(
                    "source: " + TiingoBars.NAME + " is not configured (set CANDOR_TIINGO_TOKEN to the token"
                            + " that your account there shows, and name tiingo in CANDOR_SOURCES)");
        }
        if (named.isEmpty()) {
            throw new RequestRefused("source: " + Quoted.of(reference) + " is unknown (write "
                    + SyntheticBars.REFERENCE + ", the key of a CSV file, inbox/NAME.csv, or the name of a provider: "
                    + names(known) + ")");
        }
        return live.retrieve(request, named);
    }

    private Retrieval configured(BarRequest request) {
        if (inboxFirst && inbox.holds(request.symbol())) {
            return inbox.retrieve(new BarRequest(request.symbol(), INBOX, request.asOf(), request.afresh()));
        }
        List<BarProvider> known = providers.get();
        if (known.isEmpty()) {
            throw new SourceMissing("no bars for " + request.symbol() + ": no provider is configured, and there is no "
                    + InboxBars.keyOf(request.symbol()) + " in the store (run ./candor run " + request.symbol()
                    + " --csv FILE, or name providers in CANDOR_SOURCES)");
        }
        return live.retrieve(request, known);
    }

    private static String names(List<BarProvider> known) {
        return known.isEmpty()
                ? "none is configured"
                : String.join(", ", known.stream().map(BarProvider::name).toList());
    }
}
