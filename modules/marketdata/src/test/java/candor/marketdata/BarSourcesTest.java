package candor.marketdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.market.Symbol;
import candor.forecasting.synthetic.SyntheticStock;
import candor.marketdata.vintage.LiveBars;
import candor.store.failure.InputRefused;
import candor.store.failure.RequestRefused;
import candor.store.failure.SourceMissing;
import candor.store.fixture.MemoryStore;
import candor.store.port.BarProvider;
import candor.store.port.BarRequest;
import candor.store.port.BarSource;
import candor.store.port.Download;
import candor.store.port.Instrument;
import candor.store.port.ObjectStore;
import candor.store.port.PutOutcome;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import candor.store.port.StoredObject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarSourcesTest {

    private static final Symbol STX = Symbol.of("STX");
    private static final LocalDate FROM = LocalDate.of(2024, 1, 2);
    private static final LocalDate TO = LocalDate.of(2024, 12, 31);
    private static final LiveBars LIVE = new LiveBars(
            new MemoryStore(),
            new NyseCalendar(),
            Clock.fixed(Instant.parse("2024-01-05T23:30:00Z"), ZoneOffset.UTC),
            BarSource.SETTLING,
            notice -> {});
    private static final BarSources SOURCES = new BarSources(
            new InboxBars(new ReadOnlyStore(Map.of(
                    "inbox/STX.csv", "Date,Open,High,Low,Close,Volume\n2024-01-02,10,12,9.5,11,1000\n",
                    "inbox/me/bad.csv", "nonsense",
                    "inbox/other.csv", "Datum;Erster;Hoch;Tief;Kurs\n2024-01-02;10;12;9.5;11\n",
                    "inbox/other.csv.columns", "date=Datum,open=Erster,high=3,low=4,close=Kurs\n",
                    "inbox/many.csv", """
                    Date,Ticker,Open,High,Low,Close
                    2024-01-02,ABC,1,1,1,1
                    2024-01-02,STX,10,12,9.5,11
                    """))),
            new SyntheticBars(new NyseCalendar(), FROM, TO, 7),
            LIVE,
            () -> List.of(new Provider("first", 11), new Provider("second", 12)),
            true);

    @Test
    void readsAFileFromTheInbox() {
        Retrieval retrieval = retrieve(STX, "inbox/STX.csv");

        assertThat(retrieval.source()).isEqualTo("csv");
        assertThat(retrieval.provenance()).containsEntry("file", "STX.csv");
        assertThat(retrieval.bars()).hasSize(1);
    }

    @Test
    void whatIsSaidAboutAFileStandsBesideIt() {
        Retrieval retrieval = retrieve(STX, "inbox/other.csv");

        assertThat(retrieval.bars().getFirst().close()).isEqualTo(11);
        assertThat(retrieval.provenance())
                .containsEntry("chosenColumns", "date=Datum,open=Erster,high=3,low=4,close=Kurs");
    }

    @Test
    void ofAFileWithSeveralSymbolsTheOneThatIsAskedForIsRead() {
        assertThat(retrieve(STX, "inbox/many.csv").bars())
                .singleElement()
                .satisfies(bar -> assertThat(bar.close()).isEqualTo(11));
        assertThatThrownBy(() -> retrieve(Symbol.of("XYZ"), "inbox/many.csv"))
                .hasMessage("many.csv: line 3: bars of several symbols: 'ABC', 'STX'"
                        + " ('XYZ' is none of them: ask for one that is, or give its own file)");
    }

    @Test
    void aMissingFileIsToldWithItsRemedy() {
        assertThatThrownBy(() -> retrieve(STX, "inbox/NONE.csv"))
                .isInstanceOf(SourceMissing.class)
                .hasMessage("no bars for STX: there is nothing at inbox/NONE.csv in the store"
                        + " (run ./candor run STX --csv FILE, or put the file to that key)");
    }

    @Test
    void aBadFileIsRefusedByItsName() {
        assertThatThrownBy(() -> retrieve(STX, "inbox/me/bad.csv"))
                .isInstanceOf(InputRefused.class)
                .hasMessageStartingWith("bad.csv: line 1: no column Date");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"inbox/", "inbox/../champions/STX", "inbox/./x", "inbox//x.csv", "inbox/a b.csv", "inbox/x/"})
    void onlyKeysBelowTheInboxAreRead(String reference) {
        assertThatThrownBy(() -> retrieve(STX, reference))
                .isInstanceOf(RequestRefused.class)
                .hasMessageContaining("'" + reference + "' is not a key below inbox/")
                .hasMessageContaining("write inbox/NAME.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "champions/STX", "Synthetic", "http://example.com/x.csv"})
    void anUnknownReferenceIsRefused(String reference) {
        assertThatThrownBy(() -> retrieve(STX, reference))
                .isInstanceOf(RequestRefused.class)
                .hasMessage("source: '" + reference
                        + "' is unknown (write synthetic, the key of a CSV file, inbox/NAME.csv, or the name of a"
                        + " provider: first, second)");
    }

    @Test
    void theSyntheticStockComesWithItsTruth() {
        Retrieval.Synthetic retrieval = (Retrieval.Synthetic) retrieve(SyntheticStock.SYMBOL, "synthetic");

        assertThat(retrieval.source()).isEqualTo("synthetic");
        assertThat(retrieval.hasAdjustedClose()).isFalse();
        assertThat(retrieval.bars()).extracting(RawBar::session).isEqualTo(new NyseCalendar().sessions(FROM, TO));
        assertThat(retrieval.truth())
                .isNotNull()
                .hasSameSizeAs(retrieval.bars())
                .allMatch(sigma -> sigma > 0);
        assertThat(retrieval.bars()).filteredOn(bar -> bar.dividend() > 0).hasSize(4);
        assertThat(retrieval.provenance())
                .isEqualTo(Map.of(
                        "process", "built-in synthetic stock",
                        "from", "2024-01-02",
                        "to", "2024-12-31",
                        "seed", "7",
                        "rows", "252"));
        assertThat(retrieve(SyntheticStock.SYMBOL, "synthetic")).isEqualTo(retrieval);
    }

    @Test
    void theSyntheticStockHasOneSymbol() {
        assertThatThrownBy(() -> retrieve(STX, "synthetic"))
                .isInstanceOf(RequestRefused.class)
                .hasMessage("symbol: the synthetic stock is SYNTH, not STX (ask for SYNTH, or give bars with --csv"
                        + " FILE)");
    }

    @Test
    void whatIsConfiguredBeginsWithTheUsersOwnFile() {
        assertThat(retrieve(STX, "configured").source()).isEqualTo("csv");
        assertThat(retrieve(STX, "inbox").source()).isEqualTo("csv");
        assertThat(retrieve(Symbol.of("WDC"), "configured").source()).isEqualTo("first");
    }

    @Test
    void aProviderIsAskedByItsName() {
        Retrieval retrieval = retrieve(STX, "second");

        assertThat(retrieval.source()).isEqualTo("second");
        assertThat(retrieval.provenance()).containsEntry("file", "STX at second");
        assertThat(retrieval.bars()).extracting(RawBar::close).containsOnly(12.0);
    }

    @Test
    void withoutProviderAndFileThereIsNothing() {
        BarSources empty = new BarSources(new InboxBars(new ReadOnlyStore(Map.of())), SOURCES, LIVE, List::of, true);

        assertThatThrownBy(() -> empty.retrieve(new BarRequest(STX, "configured", null, false)))
                .isInstanceOf(SourceMissing.class)
                .hasMessage("no bars for STX: no provider is configured, and there is no inbox/STX.csv in the store"
                        + " (run ./candor run STX --csv FILE, or name providers in CANDOR_SOURCES)");
    }

    private static Retrieval retrieve(Symbol symbol, String reference) {
        return SOURCES.retrieve(new BarRequest(symbol, reference, null, false));
    }

    /** One price for the sessions of the first week of 2024. */
    private record Provider(String name, double price) implements BarProvider {

        @Override
        public Download download(Symbol symbol, LocalDate from, LocalDate to) {
            List<RawBar> bars = new NyseCalendar()
                    .sessions(FROM, LocalDate.of(2024, 1, 5)).stream()
                            .map(day -> new RawBar(1, day, price, price, price, price, price, 1000, 0, 0, 0))
                            .toList();
            return new Download(name, new Instrument(null, null, null, null, null), bars, from, to, List.of());
        }
    }

    private record ReadOnlyStore(Map<String, String> objects) implements ObjectStore {

        @Override
        public Optional<StoredObject> find(String key) {
            return Optional.ofNullable(objects.get(key)).map(text -> new StoredObject(text.getBytes(UTF_8), "tag"));
        }

        @Override
        public PutOutcome putIfAbsent(String key, byte[] bytes, String mediaType) {
            throw new UnsupportedOperationException("read only");
        }

        @Override
        public PutOutcome putIfMatch(String key, byte[] bytes, String mediaType, String entityTag) {
            throw new UnsupportedOperationException("read only");
        }

        @Override
        public List<String> list(String prefix) {
            throw new UnsupportedOperationException("read only");
        }
    }
}
