package candor.marketdata.vintage;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Symbol;
import candor.forecasting.text.Figures;
import candor.marketdata.vintage.Vintage.Lack;
import candor.marketdata.vintage.Vintage.Scope;
import candor.store.failure.InputRefused;
import candor.store.failure.SourceMissing;
import candor.store.port.BarProvider;
import candor.store.port.Download;
import candor.store.port.RawBar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings what is held from one provider up to date, with one question as a rule and none where nothing is needed.
 *
 * <p>A window reaches from {@value #OVERLAP} sessions before the last held one, or from the first of the last
 * {@value #PATIENCE} that is pending, to the present. A close, dividend, split or capital gain that differs within it, and
 * adjusted closes that changed for no reason that is known, are reported with their rows and followed by a question for
 * everything. Everything is asked for as well where nothing usable is held, where the last whole answer lacked sessions,
 * or began much later than the first trade that the provider states, and has not done so for {@value #DOUBT_DAYS} days, and
 * every {@value #WHOLE_DAYS} days.
 */
final class IncrementalRetrieval {

    private static final int OVERLAP = 10;
    private static final int PATIENCE = 60;
    private static final int WHOLE_DAYS = 90;
    private static final int DOUBT_DAYS = 7;
    private static final int TOLD = 5;

    /** Sessions by which the first row may come after the first trade: the days of a listing are not always served. */
    private static final int LATE = 10;

    private final Vintages vintages;
    private final TradingCalendar calendar;
    private final Clock clock;
    private final Duration settling;
    private final Consumer<String> notices;

    IncrementalRetrieval(
            Vintages vintages, TradingCalendar calendar, Clock clock, Duration settling, Consumer<String> notices) {
        this.vintages = vintages;
        this.calendar = calendar;
        this.clock = clock;
        this.settling = settling;
        this.notices = notices;
    }

    /**
     * What is held after asking where that is needed.
     *
     * @param needed the session whose bar is wanted
     * @param afresh whether to ask for everything, whatever is held
     */
    HeldBars refresh(BarProvider provider, Symbol symbol, LocalDate needed, boolean afresh) {
        HeldBars held = vintages.held(symbol, provider.name());
        if (held.hasFinal(needed) && !afresh && !held.isDamaged()) {
            return held;
        }
        return new Question(provider, symbol, held, clock.instant()).ask(afresh);
    }

    /** One refresh of one symbol from one provider. */
    private final class Question {

        private final BarProvider provider;
        private final Symbol symbol;
        private HeldBars held;
        private final Instant now;
        private final LocalDate lastFinal;

        Question(BarProvider provider, Symbol symbol, HeldBars held, Instant now) {
            this.provider = provider;
            this.symbol = symbol;
            this.held = held;
            this.now = now;
            this.lastFinal = calendar.lastFinishedSession(now, settling);
        }

        HeldBars ask(boolean afresh) {
            return afresh || isWholeDue() ? whole(List.of(), afresh) : window();
        }

        private boolean isWholeDue() {
            Instant oldest = now.minus(Duration.ofDays(WHOLE_DAYS));
            return held.isDamaged()
                    || held.lastWhole()
                            .filter(whole -> !whole.isDoubtful(Duration.ofDays(DOUBT_DAYS))
                                    && whole.retrievedAt().isAfter(oldest))
                            .isEmpty();
        }

        private HeldBars window() {
            Download answer = download(windowStart());
            List<RawBar> rows = finished(answer);
            VintageComparison comparison = VintageComparison.of(held, rows);
            List<String> findings = new ArrayList<>(answer.notes());
            findings.addAll(comparison.corrected());
            List<String> reasons = new ArrayList<>(comparison.restated());
            int expected = Math.min(OVERLAP, held.finalSessions().size());
            if (2 * comparison.common() < expected) {
                reasons.add("of the last " + Figures.count(expected, "session", "that is held", "that are held")
                        + " the answer has " + comparison.common());
            }
            switch (Readjustment.of(held, answer.bars())) {
                case Readjustment.None _ -> {}
                case Readjustment.Explained(double factor) ->
                    findings.add(
                            "adjusted closes restated by " + factor + ", as the dividends and splits since ask for");
                case Readjustment.Unexplained(double factor, List<String> odd) -> {
                    reasons.add("adjusted closes should have changed by " + factor);
                    reasons.addAll(odd);
                }
            }
            if (!reasons.isEmpty()) {
                return whole(reasons, false);
            }
            List<RawBar> news = rows.stream().filter(bar -> !isHeldAlready(bar)).toList();
            return news.isEmpty()
                    ? held
                    : held.withWindow(add(answer, rows, findings).rows());
        }

        private boolean isHeldAlready(RawBar bar) {
            return held.find(bar.session())
                    .filter(before -> before.bar().withLine(0).equals(bar.withLine(0)))
                    .isPresent();
        }

        private LocalDate windowStart() {
            List<LocalDate> sessions = held.finalSessions();
            LocalDate overlap = sessions.get(Math.max(0, sessions.size() - OVERLAP));
            LocalDate patience = sessions.get(Math.max(0, sessions.size() - PATIENCE));
            if (overlap.isAfter(lastFinal)) { // the clock was set back
                return lastFinal;
            }
            return calendar.sessions(patience, lastFinal).stream()
                    .filter(session -> !held.hasFinal(session) && session.isBefore(overlap))
                    .findFirst()
                    .orElse(overlap);
        }

        private HeldBars whole(List<String> reasons, boolean afresh) {
            if (!reasons.isEmpty()) {
                notices.accept(
                        provider.name() + " restated " + symbol + ", everything is retrieved again: " + told(reasons));
            }
            int before = vintages.lastNumber(symbol, provider.name());
            Download answer = download(calendar.firstDay());
            if (vintages.lastNumber(symbol, provider.name()) != before) { // another run was faster
                held = vintages.held(symbol, provider.name());
            }
            List<RawBar> rows = finished(answer);
            if (rows.stream().noneMatch(RawBar::hasPrices)) {
                throw new SourceMissing(provider.name() + " knows " + symbol + ", but has no bar of a finished session"
                        + " from " + answer.from() + " to " + lastFinal + "; check the symbol");
            }
            List<String> findings = new ArrayList<>(answer.notes());
            findings.addAll(reasons);
            VintageComparison comparison = VintageComparison.of(held, rows);
            requireSame(comparison, afresh);
            List<String> untold = UntoldActions.of(rows);
            findings.addAll(untold);
            if (!untold.isEmpty()) {
                notices.accept(provider.name() + " adjusts closes of " + symbol
                        + " for dividends or splits that it does not list, or lists differently: " + told(untold));
            }
            comparison.restated().stream()
                    .filter(line -> !reasons.contains(line))
                    .forEach(findings::add);
            if (reasons.isEmpty() && !comparison.restated().isEmpty()) {
                notices.accept(provider.name() + " restated " + symbol + ": " + told(comparison.restated()));
            }
            findings.addAll(comparison.corrected());
            if (lateStart(answer, rows) != null) {
                notices.accept(provider.name() + " has bars of " + symbol + " from "
                        + rows.getFirst().session() + " on, but states a first trade on " + answer.firstTrade()
                        + ": the answer may be a part; everything is asked for again on each of the next "
                        + DOUBT_DAYS + " days");
            }
            Kept kept = Kept.of(held, rows, comparison);
            if (!kept.rows().isEmpty()) {
                notices.accept(provider.name() + " no longer has "
                        + Figures.count(kept.rows().size(), "session") + " of " + symbol
                        + " that it had, from " + kept.sessions().getFirst()
                        + (kept.rows().size() == 1 ? " on; it is kept" : " on; they are kept"));
            }
            return HeldBars.ofWhole(add(answer, rows, kept, findings));
        }

        /** An answer that shares no session with what is held says nothing of whose bars it holds. */
        private void requireSame(VintageComparison comparison, boolean afresh) {
            int known = held.finalSessions().size();
            if (known > 0 && comparison.common() == 0 && !afresh) {
                throw new InputRefused(provider.name() + " answers for " + symbol + " with none of the "
                        + Figures.count(known, "session", "that is held", "that are held")
                        + ": perhaps another share has the symbol now; check it, and take the new"
                        + " bars in place of the old with --refresh");
            }
        }

        private Vintages.Filled add(Download answer, List<RawBar> rows, List<String> findings) {
            return vintages.append(
                    symbol,
                    provider.name(),
                    Scope.WINDOW,
                    number -> document(number, Scope.WINDOW, answer, rows.size(), null, findings),
                    number -> numbered(rows, number));
        }

        private Vintages.Filled add(Download answer, List<RawBar> rows, Kept kept, List<String> findings) {
            Lack lack = lack(missing(rows), kept.sessions(), lateStart(answer, rows));
            return vintages.append(
                    symbol,
                    provider.name(),
                    Scope.WHOLE,
                    number -> document(number, Scope.WHOLE, answer, rows.size(), lack, findings),
                    number -> HeldBars.folded(kept.rows(), numbered(rows, number)));
        }

        private @Nullable Lack lack(List<LocalDate> missing, List<LocalDate> kept, @Nullable LocalDate firstTrade) {
            if (missing.isEmpty() && kept.isEmpty() && firstTrade == null) {
                return null;
            }
            Lack lack = new Lack(missing, kept, now, firstTrade);
            return held.lastWhole()
                    .map(Vintage::lack)
                    .filter(lack::isAs)
                    .map(before -> lack.since(before.since()))
                    .orElse(lack);
        }

        private Vintage document(
                int number, Scope scope, Download answer, int rows, @Nullable Lack lack, List<String> findings) {
            return new Vintage(
                    Vintage.SCHEMA,
                    symbol,
                    provider.name(),
                    number,
                    scope,
                    now,
                    answer.from(),
                    answer.to(),
                    rows,
                    lack,
                    findings,
                    answer.instrument(),
                    "");
        }

        private static List<HeldBar> numbered(List<RawBar> rows, int number) {
            return rows.stream().map(row -> new HeldBar(row, number)).toList();
        }

        /** Sessions without a final bar between the first and the last that the provider can be expected to have. */
        private List<LocalDate> missing(List<RawBar> rows) {
            List<LocalDate> sessions =
                    rows.stream().filter(RawBar::hasPrices).map(RawBar::session).toList();
            LocalDate patience = sessions.get(Math.max(0, sessions.size() - PATIENCE));
            Set<LocalDate> present = new HashSet<>(sessions);
            return calendar.sessions(sessions.getFirst(), patience).stream()
                    .filter(session -> !present.contains(session))
                    .toList();
        }

        /** The first trade that the provider states, where its rows begin much later than they could; else null. */
        private @Nullable LocalDate lateStart(Download answer, List<RawBar> rows) {
            LocalDate stated = answer.firstTrade();
            LocalDate first = rows.stream()
                    .filter(RawBar::hasPrices)
                    .map(RawBar::session)
                    .findFirst()
                    .orElse(lastFinal);
            if (stated == null) {
                return null;
            }
            LocalDate expected = stated.isBefore(answer.from()) ? answer.from() : stated;
            boolean late = expected.isBefore(first)
                    && calendar.sessions(expected, first).size() > LATE;
            return late ? stated : null;
        }

        private Download download(LocalDate from) {
            Download answer = provider.download(symbol, from, lastDayAsked());
            Listing.require(symbol, answer);
            return answer;
        }

        /** The session after the last finished one: splits of the present day restate what the provider says of all others. */
        private LocalDate lastDayAsked() {
            return lastFinal.isBefore(calendar.lastDay()) ? calendar.sessionAfter(lastFinal, 1) : lastFinal;
        }

        private List<RawBar> finished(Download answer) {
            return answer.bars().stream()
                    .filter(bar -> !bar.session().isAfter(lastFinal))
                    .toList();
        }
    }

    private static String told(List<String> lines) {
        String more = lines.size() > TOLD ? "; and " + (lines.size() - TOLD) + " more" : "";
        return String.join("; ", lines.subList(0, Math.min(TOLD, lines.size()))) + more;
    }
}
