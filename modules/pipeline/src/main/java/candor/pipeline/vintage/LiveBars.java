package candor.pipeline.vintage;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Symbol;
import candor.pipeline.failure.InputRefused;
import candor.pipeline.failure.PipelineFailure;
import candor.pipeline.failure.ProviderUnavailable;
import candor.pipeline.failure.RateLimited;
import candor.pipeline.failure.RequestRefused;
import candor.pipeline.failure.SourceMissing;
import candor.pipeline.port.BarOrigin;
import candor.pipeline.port.BarProvider;
import candor.pipeline.port.BarRequest;
import candor.pipeline.port.ObjectStore;
import candor.pipeline.port.RawBar;
import candor.pipeline.port.Retrieval;
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
 * have the session that is needed yet. Each has vintages of its own. A session's bar comes from the first in the order
 * that has it, so a stand-in's bar gives way once the first has caught up; which one gave which is part of the answer.
 *
 * <p>All bars are as traded; adjusted closes are not handed on, as their levels belong to one download each.
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
     * @throws PipelineFailure where none has the session that is needed and one or more failed: the most hopeful of their
     *     failures, those first that may be gone later
     */
    public Retrieval retrieve(BarRequest request, List<BarProvider> order) {
        LocalDate needed = needed(request.asOf());
        List<HeldBars> held = new ArrayList<>();
        List<PipelineFailure> failures = new ArrayList<>();
        for (BarProvider provider : order) {
            if (isThere(held, needed)) {
                held.add(vintages.held(request.symbol(), provider.name()));
                continue;
            }
            try {
                held.add(retrieval.refresh(provider, request.symbol(), needed, request.afresh()));
            } catch (RateLimited | ProviderUnavailable | SourceMissing | InputRefused | RequestRefused failure) {
                failures.add(failure);
                held.add(vintages.held(request.symbol(), provider.name()));
            }
        }
        if (!isThere(held, needed) && !failures.isEmpty()) {
            throw mostHopeful(failures);
        }
        failures.forEach(failure -> notices.accept(failure.getMessage()));
        return merged(request.symbol(), order, held);
    }

    /** The last session that is over, at or before the day asked for; that day itself where the calendar does not know it. */
    private LocalDate needed(@Nullable LocalDate asOf) {
        LocalDate last = calendar.lastFinishedSession(clock.instant(), settling);
        if (asOf == null || !asOf.isBefore(last)) {
            return last;
        }
        if (asOf.isBefore(calendar.firstDay())) {
            return asOf;
        }
        List<LocalDate> sessions = calendar.sessions(calendar.firstDay(), asOf);
        return sessions.isEmpty() ? asOf : sessions.getLast();
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

    private static Retrieval merged(Symbol symbol, List<BarProvider> order, List<HeldBars> held) {
        SortedMap<LocalDate, Chosen> chosen = new TreeMap<>();
        for (int i = 0; i < order.size(); i++) {
            String provider = order.get(i).name();
            for (HeldBar row : held.get(i).rows()) {
                chosen.merge(
                        row.bar().session(),
                        new Chosen(row, provider),
                        (first, next) -> first.row().isFinal() || !next.row().isFinal() ? first : next);
            }
        }
        List<RawBar> bars = new ArrayList<>();
        List<BarOrigin> origins = new ArrayList<>();
        chosen.values().forEach(one -> {
            bars.add(one.row().bar().withAdjustedClose(Double.NaN).withLine(bars.size() + 1));
            origins.add(new BarOrigin(one.provider(), one.row().vintage()));
        });
        return Retrieval.ofProviders(symbol, bars, origins);
    }

    /** The row taken for a session, and whose it is. */
    private record Chosen(HeldBar row, String provider) {}
}
