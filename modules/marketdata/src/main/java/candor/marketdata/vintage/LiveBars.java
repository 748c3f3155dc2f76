package candor.marketdata.vintage;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Symbol;
import candor.store.failure.InputRefused;
import candor.store.failure.PipelineFailure;
import candor.store.failure.ProviderUnavailable;
import candor.store.failure.RateLimited;
import candor.store.failure.RequestRefused;
import candor.store.failure.SourceMissing;
import candor.store.port.BarOrigin;
import candor.store.port.BarProvider;
import candor.store.port.BarRequest;
import candor.store.port.ObjectStore;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Bars of providers, in their order: the first is asked, the next ones only where those before do not answer or do not
 * have the session that is needed yet. Each has vintages of its own. A stand-in gives the sessions after the last one of
 * those before it, and only where their closes agree on the sessions that both have; its bars give way once the first has
 * caught up. Who gave which is part of the answer.
 *
 * <p>All bars are as traded; adjusted closes are handed on with the origin of each bar, as their levels belong to one
 * download each.
 */
public final class LiveBars {

    private final TradingCalendar calendar;
    private final Clock clock;
    private final Duration settling;
    private final Consumer<String> notices;
    private final IncrementalRetrieval retrieval;
    private final Vintages vintages;

    /**
     * @param settling how long after its close a session's bar is taken as final
     * @param notices told, in one line each, what a person should know
     */
    public LiveBars(
            ObjectStore store, TradingCalendar calendar, Clock clock, Duration settling, Consumer<String> notices) {
        this.calendar = calendar;
        this.clock = clock;
        this.settling = settling;
        this.notices = notices;
        this.vintages = new Vintages(store, notices);
        this.retrieval = new IncrementalRetrieval(vintages, calendar, clock, settling, notices);
    }

    /**
     * The bars that are held after asking.
     *
     * @param order providers by preference, at least one
     * @throws PipelineFailure where none has the session that is needed and the first did not answer: the most hopeful of
     *     the failures, those first that may be gone later
     */
    public Retrieval.OfProviders retrieve(BarRequest request, List<BarProvider> order) {
        LocalDate needed = needed(request.asOf());
        List<HeldBars> held = new ArrayList<>();
        List<PipelineFailure> failures = new ArrayList<>();
        boolean preferredAnswers = true;
        for (BarProvider provider : order) {
            HeldBars bars = isThere(held, needed)
                    ? vintages.held(request.symbol(), provider.name())
                    : asked(provider, request, needed, failures);
            preferredAnswers = preferredAnswers && !(held.isEmpty() && !failures.isEmpty());
            held.add(standIn(request.symbol(), provider, held, bars));
        }
        if (!isThere(held, needed) && !preferredAnswers) {
            throw mostHopeful(failures);
        }
        failures.forEach(failure -> notices.accept(failure.getMessage()));
        return merged(request.symbol(), order, held);
    }

    /** What is held after asking; what was held before where the provider fails, which is noted. */
    private HeldBars asked(BarProvider provider, BarRequest request, LocalDate needed, List<PipelineFailure> failures) {
        try {
            return retrieval.refresh(provider, request.symbol(), needed, request.afresh());
        } catch (RateLimited | ProviderUnavailable | SourceMissing | InputRefused | RequestRefused failure) {
            failures.add(failure);
            return vintages.held(request.symbol(), provider.name());
        }
    }

    /** A stand-in's bars as far as they are of the same share: those of a stranger's are none. */
    private HeldBars standIn(Symbol symbol, BarProvider provider, List<HeldBars> before, HeldBars bars) {
        Optional<HeldBars> preferred =
                before.stream().filter(held -> !held.isEmpty()).findFirst();
        if (preferred.isEmpty() || bars.isEmpty() || preferred.get().agreesWith(bars)) {
            return bars;
        }
        notices.accept(
                provider.name() + " has other closes of " + symbol + " than the provider before it on most of the"
                        + " sessions that both have: its bars are left out; compare them with ./candor data " + symbol
                        + " --cross-check A,B");
        return HeldBars.NONE;
    }

    /** The last session that is over, at or before the day asked for; that day itself where the calendar does not know it. */
    private LocalDate needed(@Nullable LocalDate asOf) {
        LocalDate last = lastFinished();
        if (asOf == null || !asOf.isBefore(last)) {
            return last;
        }
        if (asOf.isBefore(calendar.firstDay())) {
            return asOf;
        }
        List<LocalDate> sessions = calendar.sessions(calendar.firstDay(), asOf);
        return sessions.isEmpty() ? asOf : sessions.getLast();
    }

    private LocalDate lastFinished() {
        try {
            return calendar.lastFinishedSession(clock.instant(), settling);
        } catch (IllegalArgumentException unknown) {
            throw new InputRefused(
                    "no prices can be asked for at " + clock.instant() + ": the calendar knows the sessions from "
                            + calendar.firstDay() + " to " + calendar.lastDay()
                            + " only; set the clock, or take a newer"
                            + " version",
                    unknown);
        }
    }

    private static boolean isThere(List<HeldBars> held, LocalDate session) {
        return held.stream().anyMatch(bars -> bars.hasFinal(session));
    }

    private static PipelineFailure mostHopeful(List<PipelineFailure> failures) {
        return first(failures, RateLimited.class)
                .or(() -> first(failures, ProviderUnavailable.class))
                .orElse(failures.getFirst());
    }

    private static Optional<PipelineFailure> first(
            List<PipelineFailure> failures, Class<? extends PipelineFailure> kind) {
        return failures.stream().filter(kind::isInstance).findFirst();
    }

    private static Retrieval.OfProviders merged(Symbol symbol, List<BarProvider> order, List<HeldBars> held) {
        SortedMap<LocalDate, Chosen> chosen = new TreeMap<>();
        LocalDate reached = LocalDate.MIN;
        for (int i = 0; i < order.size(); i++) {
            String provider = order.get(i).name();
            for (HeldBar row : held.get(i).rows()) {
                if (row.bar().session().isAfter(reached)) {
                    chosen.merge(
                            row.bar().session(),
                            new Chosen(row, provider),
                            (first, next) -> next.row().isFinal() ? next : first);
                }
            }
            List<LocalDate> sessions = held.get(i).finalSessions();
            reached = sessions.isEmpty() || sessions.getLast().isBefore(reached) ? reached : sessions.getLast();
        }
        List<RawBar> bars = new ArrayList<>();
        List<BarOrigin> origins = new ArrayList<>();
        chosen.values().forEach(one -> {
            bars.add(one.row().bar().withAdjustedClose(Double.NaN).withLine(bars.size() + 1));
            origins.add(new BarOrigin(
                    one.provider(), one.row().vintage(), one.row().bar().adjustedClose()));
        });
        return Retrieval.ofProviders(symbol, bars, origins);
    }

    /** The row taken for a session, and whose it is. */
    private record Chosen(HeldBar row, String provider) {}
}
