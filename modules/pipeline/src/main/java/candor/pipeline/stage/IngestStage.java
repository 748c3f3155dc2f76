package candor.pipeline.stage;

import candor.cleaning.PartialDay;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Symbol;
import candor.forecasting.text.Figures;
import candor.pipeline.table.RawTables;
import candor.pipeline.table.TruthTable;
import candor.store.checkpoint.Digest;
import candor.store.checkpoint.Input;
import candor.store.checkpoint.Product;
import candor.store.failure.InputRefused;
import candor.store.port.BarReference;
import candor.store.port.BarRequest;
import candor.store.port.BarSource;
import candor.store.port.Provenance;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import candor.store.port.SourceRemarks;
import candor.store.port.TrackedColumn;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Retrieves the bars up to asOf, as they are: raw.csv, actions.csv, retrieval.json, origins.csv where providers gave them,
 * and truth.csv for a synthetic stock. The bar of a session that is not over, or only just, is never taken.
 */
public final class IngestStage extends CheckpointedStage<IngestRequest> {

    private static final int MAX_MISSING_SESSIONS = 10;

    private static final List<Provenance> WHOLE_FILE = List.of(Provenance.SHA256, Provenance.BYTES, Provenance.ROWS);

    /** Lines around the bars, which often hold the day of a download: equal bars stay equal bytes without them. */
    private static final List<Provenance> AROUND_THE_BARS =
            List.of(Provenance.COMMENTS, Provenance.FOOTER, Provenance.REPEATED_HEADERS);

    private final BarSource source;
    private final TradingCalendar calendar;

    public IngestStage(Workshop workshop, BarSource source, TradingCalendar calendar) {
        super(StageName.INGEST, workshop, IngestRequest::of, calendar.getClass(), source.getClass());
        this.source = source;
        this.calendar = calendar;
    }

    @Override
    public Optional<String> nothingToDo(StageRequest request) {
        return scheduled(IngestRequest.of(request))
                .filter(scheduled -> !scheduled.due())
                .map(scheduled -> "no session ended in the day before " + request.scheduledTime() + ": the last one, "
                        + scheduled.session() + ", was due earlier");
    }

    /** Empty where a person started the run, or said for which day. */
    private Optional<ScheduledSession> scheduled(IngestRequest request) {
        return request.asOf() != null
                ? Optional.empty()
                : Optional.ofNullable(request.scheduledTime()).map(time -> ScheduledSession.at(time, calendar));
    }

    /** What a person calls the source. */
    private static String file(Retrieval retrieval) {
        return Provenance.FILE.in(retrieval.provenance()).orElse(retrieval.source());
    }

    /** The last day that may be visible; null for all that is over. */
    private @Nullable LocalDate limit(IngestRequest request) {
        return scheduled(request).map(ScheduledSession::session).orElse(request.asOf());
    }

    @Override
    Plan plan(IngestRequest request, InputArtefacts inputs) {
        BarReference reference = request.source();
        Retrieval retrieval = source.retrieve(
                new BarRequest(request.symbol(), reference, limit(request), refreshed(request.refreshFrom())));
        String file = Provenance.FILE.in(retrieval.provenance()).orElse(reference.text());
        LocalDate asOf = resolve(request, retrieval, file);
        Retrieval visible = visible(request.symbol(), retrieval, asOf);
        noteCopiedCloses(visible, file);
        if (!isChosen(request, retrieval)) {
            noteNotOver(retrieval, visible.provenance());
        }
        List<Product> products = products(visible, asOf);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        products.forEach(product -> all.writeBytes(product.bytes()));
        return Plan.of(
                asOf,
                List.of(new Input(reference.text(), Digest.of(all.toByteArray()))),
                settings(visible),
                () -> new Plan.Made(products, summary(visible, asOf)));
    }

    /** Rows and last day, and what a person has to know of the source. */
    private static String summary(Retrieval visible, LocalDate asOf) {
        List<String> parts = new ArrayList<>();
        parts.add(Figures.count(visible.bars().size(), "row") + " from " + file(visible) + ", the last of " + asOf);
        parts.addAll(SourceRemarks.of(visible.provenance()));
        if (visible.bars().stream().noneMatch(bar -> bar.volume() > 0)) {
            parts.add(SourceRemarks.NO_VOLUME);
        }
        return String.join("; ", parts);
    }

    /** Adjusted closes that are copies of closes look the same as those of a company that pays no dividend. */
    private void noteCopiedCloses(Retrieval visible, String file) {
        boolean copies = visible.hasAdjustedClose()
                && visible.bars().stream().allMatch(bar -> bar.adjustedClose() == bar.close() && bar.dividend() == 0);
        if (copies) {
            workshop()
                    .notices()
                    .accept(file + ": every adjusted close is the close: if the company paid dividends, they count as"
                            + " falls");
        }
    }

    private static SortedMap<String, String> settings(Retrieval retrieval) {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("source", retrieval.source());
        settings.put("file", file(retrieval));
        return settings;
    }

    private LocalDate resolve(IngestRequest request, Retrieval retrieval, String file) {
        Instant now = workshop().clock().instant();
        LocalDate wanted = limit(request);
        Optional<LocalDate> last = retrieval.bars().stream()
                .filter(bar -> isFinal(bar, retrieval))
                .map(RawBar::session)
                .filter(session -> wanted == null || !session.isAfter(wanted))
                .filter(session -> isOver(session, now))
                .max(LocalDate::compareTo);
        LocalDate resolved = last.orElseThrow(() -> new InputRefused(file
                + " has no bar of a finished session" + (wanted == null ? "" : " on or before " + wanted)
                + "; choose a later --as-of or a file that reaches back further"));
        LocalDate whole = isChosen(request, retrieval) ? resolved : beforePartial(retrieval, resolved, file);
        requireFresh(request, retrieval, whole, file);
        return whole;
    }

    /** A day that a person or a schedule asked for is taken as it is, and providers' answers are judged later. */
    private boolean isChosen(IngestRequest request, Retrieval retrieval) {
        return limit(request) != null || retrieval instanceof Retrieval.OfProviders;
    }

    /** A day that nobody asked for is the last that is over: what lies after it is no part of the bars, and that is said. */
    private void noteNotOver(Retrieval retrieval, SortedMap<String, String> provenance) {
        LocalDate over = calendar.lastFinishedSession(workshop().clock().instant(), BarSource.SETTLING);
        long later = retrieval.bars().stream()
                .filter(bar -> bar.session().isAfter(over))
                .count();
        if (later > 0 && !(retrieval instanceof Retrieval.Synthetic)) {
            Provenance.ROWS_NOT_OVER.note(provenance, later + " after " + over);
        }
    }

    /** A file that was saved during a session ends in a part of a day: it is as of the session before. */
    private LocalDate beforePartial(Retrieval retrieval, LocalDate last, String file) {
        List<RawBar> rows = retrieval.bars().stream()
                .filter(bar -> !bar.session().isAfter(last) && isFinal(bar, retrieval))
                .sorted(Comparator.comparing(RawBar::session))
                .toList();
        if (!PartialDay.endsIn(rows, calendar)) {
            return last;
        }
        LocalDate before = rows.get(rows.size() - 2).session();
        workshop()
                .notices()
                .accept(file + ": the last row, of " + last + ", has a volume of "
                        + rows.getLast().volume()
                        + " and seems to be a part of a day: left out, so that the forecast is as of " + before);
        return before;
    }

    /**
     * Bars have to reach the day that was asked for, and those of providers or of the inbox the present one; a file that is
     * given for a run is as of its last bar.
     */
    private void requireFresh(IngestRequest request, Retrieval retrieval, LocalDate resolved, String file) {
        boolean live = retrieval instanceof Retrieval.OfProviders;
        boolean configured = request.source() == BarReference.Fixed.CONFIGURED;
        LocalDate wanted = request.asOf();
        if (wanted == null && (live || configured)) {
            wanted = scheduled(request)
                    .map(ScheduledSession::session)
                    .orElseGet(() ->
                            calendar.lastFinishedSession(workshop().clock().instant(), BarSource.SETTLING));
        }
        if (wanted == null || wanted.isAfter(calendar.lastDay()) || !resolved.isBefore(wanted)) {
            return;
        }
        int missing = calendar.sessions(resolved.plusDays(1), wanted).size();
        if (missing > MAX_MISSING_SESSIONS && (live || request.asOf() != null)) {
            throw new InputRefused(file + " ends on " + resolved + ", " + Figures.count(missing, "session") + " before "
                    + wanted + "; choose an earlier --as-of or a file with later bars");
        }
        if (missing > 0 && request.asOf() == null) {
            workshop()
                    .notices()
                    .accept(file + " ends on " + resolved + ", " + Figures.count(missing, "session") + " before "
                            + wanted);
        }
    }

    /** A row that the source has no close for yet is pending: it is no bar, and no origin to forecast from. */
    private static boolean isFinal(RawBar bar, Retrieval retrieval) {
        return retrieval instanceof Retrieval.OfProviders
                ? bar.hasPrices()
                : bar.close() > 0 && (!retrieval.hasAdjustedClose() || bar.adjustedClose() > 0);
    }

    private boolean isOver(LocalDate day, Instant now) {
        return !day.isBefore(calendar.firstDay())
                && !day.isAfter(calendar.lastDay())
                && calendar.isSession(day)
                && calendar.isOver(day, now, BarSource.SETTLING);
    }

    private static Retrieval visible(Symbol symbol, Retrieval retrieval, LocalDate asOf) {
        int[] rows = IntStream.range(0, retrieval.bars().size())
                .filter(row -> !retrieval.bars().get(row).session().isAfter(asOf))
                .toArray();
        List<RawBar> bars = at(rows, retrieval.bars());
        SortedMap<String, String> provenance = ofVisibleRows(retrieval.provenance(), asOf);
        return switch (retrieval) {
            case Retrieval.OfProviders answers -> Retrieval.ofProviders(symbol, bars, at(rows, answers.origins()));
            case Retrieval.Synthetic made -> new Retrieval.Synthetic(bars, provenance, at(rows, made.truth()));
            case Retrieval.OneFile file ->
                new Retrieval.OneFile(file.place(), bars, file.hasAdjustedClose(), provenance);
        };
    }

    private static <T> List<T> at(int[] rows, List<T> all) {
        return Arrays.stream(rows).mapToObj(all::get).toList();
    }

    /** What speaks of the whole file would let rows after asOf reach artefacts. */
    private static SortedMap<String, String> ofVisibleRows(SortedMap<String, String> provenance, LocalDate asOf) {
        SortedMap<String, String> kept = new TreeMap<>();
        kept.putAll(provenance);
        WHOLE_FILE.forEach(key -> key.remove(kept));
        String all = Provenance.TRACKS_CLOSE.in(kept).orElse("");
        Provenance.TRACKS_CLOSE.remove(kept);
        String tracked = TrackedColumn.parse(all).stream()
                .filter(column -> !column.since().isAfter(asOf))
                .map(TrackedColumn::name)
                .collect(Collectors.joining(","));
        if (!tracked.isEmpty()) {
            Provenance.TRACKS_CLOSE.note(kept, tracked);
        }
        return kept;
    }

    private static SortedMap<String, String> ofBars(SortedMap<String, String> provenance) {
        SortedMap<String, String> kept = new TreeMap<>(provenance);
        AROUND_THE_BARS.forEach(key -> key.remove(kept));
        return kept;
    }

    private static List<Product> products(Retrieval retrieval, LocalDate asOf) {
        List<RawBar> bars = retrieval.bars();
        List<Product> products = new ArrayList<>();
        products.add(Product.of(RawTables.BARS, RawTables.bars(bars)));
        products.add(Product.of(RawTables.ACTIONS, RawTables.actions(bars, retrieval.hasAdjustedClose())));
        products.add(Product.json(
                RetrievalDocument.KEY,
                new RetrievalDocument(
                        Schemas.RETRIEVAL,
                        retrieval.source(),
                        retrieval instanceof Retrieval.Synthetic,
                        retrieval.hasAdjustedClose(),
                        asOf,
                        bars.size(),
                        ofBars(retrieval.provenance()))));
        if (retrieval instanceof Retrieval.OfProviders answers) {
            products.add(Product.of(RawTables.ORIGINS, RawTables.origins(bars, answers.origins())));
        }
        if (retrieval instanceof Retrieval.Synthetic synthetic) {
            products.add(Product.of(TruthTable.KEY, TruthTable.write(bars, synthetic.truth())));
        }
        return products;
    }
}
