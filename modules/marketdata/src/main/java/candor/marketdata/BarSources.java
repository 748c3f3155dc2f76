package candor.marketdata;

import candor.forecasting.calendar.TradingCalendar;
import candor.marketdata.text.Quoted;
import candor.marketdata.tiingo.TiingoBars;
import candor.marketdata.vintage.LiveBars;
import candor.store.failure.RequestRefused;
import candor.store.failure.SourceMissing;
import candor.store.port.BarProvider;
import candor.store.port.BarReference;
import candor.store.port.BarReference.Fixed;
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

    private final InboxBars inbox;
    private final BarSource synthetic;
    private final LiveBars live;
    private final Supplier<List<BarProvider>> providers;
    private final boolean inboxFirst;

    /**
     * @param inbox for {@link Fixed#INBOX} and keys that begin with {@value InboxBars#PREFIX}
     * @param synthetic for {@link Fixed#SYNTHETIC}
     * @param live for the names of providers
     * @param providers in the order of preference; made anew for each retrieval
     * @param inboxFirst whether what is configured begins with {@link Fixed#INBOX}
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
        return switch (request.reference()) {
            case Fixed.SYNTHETIC -> synthetic.retrieve(request);
            case Fixed.CONFIGURED -> configured(request);
            case Fixed.INBOX -> inbox.retrieve(request);
            case BarReference.InboxFile _ -> inbox.retrieve(request);
            case BarReference.Provider(String name) -> live.retrieve(request, named(name));
        };
    }

    private List<BarProvider> named(String name) {
        List<BarProvider> known = providers.get();
        List<BarProvider> named =
                known.stream().filter(provider -> provider.name().equals(name)).toList();
        if (named.isEmpty() && name.equals(TiingoBars.NAME)) {
            throw new RequestRefused(
                    "source: " + TiingoBars.NAME + " is not configured (set CANDOR_TIINGO_TOKEN to the token"
                            + " that your account there shows, and name tiingo in CANDOR_SOURCES)");
        }
        if (named.isEmpty()) {
            throw new RequestRefused("source: " + Quoted.of(name) + " is unknown (write "
                    + Fixed.SYNTHETIC.text() + ", the key of a CSV file, inbox/NAME.csv, or the name of a provider: "
                    + names(known) + ")");
        }
        return named;
    }

    private Retrieval configured(BarRequest request) {
        if (inboxFirst && inbox.holds(request.symbol())) {
            return inbox.retrieve(new BarRequest(request.symbol(), Fixed.INBOX, request.asOf(), request.afresh()));
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
