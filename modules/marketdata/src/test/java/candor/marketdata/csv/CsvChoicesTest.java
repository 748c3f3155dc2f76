package candor.marketdata.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import candor.store.failure.InputRefused;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person says about columns and symbols; each remedy that a refusal names works. */
class CsvChoicesTest {

    private static final String GERMAN = """
            Datum;Erster;Hoch;Tief;Schlusskurs;Stuecke
            02.01.2024;20,00;20,60;19,80;20,40;1000
            13.02.2024;20,45;21,30;20,20;21,10;1100
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date=Datum,open=Erster,high=Hoch,low=Tief,close=Schlusskurs,volume=Stuecke",
                "Date = datum, Open=ERSTER,high=Hoch,low=Tief,close=5,volume=6",
                "date=1,open=2,high=3,low=4,close=5,volume=6"
            })
    void columnsByNameAndByNumber(String columns) {
        Retrieval read = parse(GERMAN, CsvChoices.parse(columns));

        assertThat(read.bars()).extracting(RawBar::open).containsExactly(20.0, 20.45);
        assertThat(read.bars()).extracting(RawBar::close).containsExactly(20.4, 21.1);
        assertThat(read.bars()).extracting(RawBar::volume).containsExactly(1000.0, 1100.0);
        assertThat(read.provenance())
                .containsEntry("chosenColumns", CsvChoices.parse(columns).columns());
    }

    @Test
    void theRefusalNamesWhatIsMissingAndItsRemedyWorks() {
        String message = refusal(GERMAN, CsvChoices.NONE);

        assertThat(message)
                .isEqualTo("x.csv: line 1: no column Date, Open, High, Low, Close in the header"
                        + " 'Datum,Erster,Hoch,Tief,Schlusskurs,Stuecke' (name what it is called there, or its number,"
                        + " as in --columns date=NAME,open=NAME,high=NAME,low=NAME,close=NAME)");
        String remedy = message.replaceAll(".*--columns (.*)\\)", "$1");
        for (String name : List.of("Datum", "Erster", "Hoch", "Tief", "Schlusskurs")) {
            remedy = remedy.replaceFirst("NAME", name);
        }
        assertThat(parse(GERMAN, CsvChoices.parse(remedy)).bars()).hasSize(2);
    }

    @Test
    void aNameThatIsNotThere() {
        assertThat(refusal(GERMAN, CsvChoices.parse("date=Datum,close=Kurs")))
                .isEqualTo("x.csv: line 1: --columns: no column 'Kurs' in the header"
                        + " 'Datum,Erster,Hoch,Tief,Schlusskurs,Stuecke'"
                        + " (write a name as it stands there, or its number)");
        assertThat(refusal(GERMAN, CsvChoices.parse("date=7")))
                .startsWith("x.csv: line 1: --columns: no column '7' in the header");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date | '--columns: ''date'' does not say which column is where (write --columns as in"
                        + " date=Datum,close=Kurs or date=1,close=5)'",
                "'' | '--columns: '''' does not say which column is where (write --columns as in"
                        + " date=Datum,close=Kurs or date=1,close=5)'",
                "kurs=5 | '--columns: ''kurs'' is no column of bars (write one of date, open, high, low, close,"
                        + " adjclose, volume, tickvolume, dividends, stocksplits, capitalgains, currency, symbol, name)'",
                "close=5,price=6 | '--columns: close is named twice (write --columns as in date=Datum,close=Kurs or"
                        + " date=1,close=5)'"
            })
    void whatIsNoChoice(String columns, String message) {
        assertThat(catchThrowableOfType(InputRefused.class, () -> CsvChoices.parse(columns)))
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Date,Open,High,Low,Last,Close,Volume | close=5 | close=6",
                "Date,Open,High,Low,Price,Close,Volume | close=Price | close=Close",
                "time,open,high,low,close,Close,Volume | close=close | close=Close"
            })
    void closesThatDifferAreShownAndOneCanBeChosen(String header, String first, String second) {
        String text = header + "\n2024-01-02,10,12,9,11,11.5,7\n";

        assertThat(refusal(text, CsvChoices.NONE))
                .contains("are both Close but differ: line 2 has '11' and '11.5'")
                .endsWith("(say which is right with --columns close=5 or close=6)");
        assertThat(parse(text, CsvChoices.parse(first)).bars().getFirst().close())
                .isEqualTo(11);
        assertThat(parse(text, CsvChoices.parse(second)).bars().getFirst().close())
                .isEqualTo(11.5);
    }

    @Test
    void aNameThatStandsTwice() {
        String text = "Date,Open,Open,High,Low,Close\n2024-01-02,10,11,12,9,11\n";
        String message = refusal(text, CsvChoices.parse("open=Open"));

        assertThat(message)
                .isEqualTo("x.csv: line 1: --columns: 'Open' is the name of columns 2 and 3 (write open=2 or open=3)");
        assertThat(parse(text, CsvChoices.parse("open=3")).bars().getFirst().open())
                .isEqualTo(11);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Ticker | ''", "Name | ''", "Instrument | symbol=Instrument", "Instrument | symbol=2"})
    void theSymbolThatIsWantedIsPicked(String column, String columns) {
        String text = "Date," + column + """
                ,Open,High,Low,Close,Volume
                2024-01-02,A,10,12,9,11,7
                2024-01-02,B,20,bad,19,21,8
                2024-01-03,A,11,12,9,12,7
                """;
        CsvChoices said = columns.isEmpty() ? CsvChoices.NONE : CsvChoices.parse(columns);

        assertThat(parse(text, said.withSymbol("a")).bars())
                .extracting(RawBar::close)
                .containsExactly(11.0, 12.0);
        assertThat(refusal(text, said))
                .isEqualTo("x.csv: line 3: bars of several symbols: 'A', 'B'"
                        + " (name one with --symbol, or give a file for each symbol)");
        assertThat(refusal(text, said.withSymbol("C")))
                .isEqualTo("x.csv: line 3: bars of several symbols: 'A', 'B'"
                        + " ('C' is none of them: ask for one that is, or give its own file)");
        assertThat(refusal(text, said.withSymbol("B"))).contains("line 3, column High: 'bad' is not a number");
    }

    @Test
    void theSymbolThatIsWantedIsPickedFromColumnsOfEach() {
        String tickers = "Price,Close,Close,High,High,Low,Low,Open,Open\nTicker,A,B,A,B,A,B,A,B\nDate,,,,,,,,\n";
        String flat = "Date,Close_A,Close_B,High_A,High_B,Low_A,Low_B,Open_A,Open_B\n";
        String tuples = "Date,\"('Close', 'A')\",\"('Close', 'B')\",\"('High', 'A')\",\"('High', 'B')\","
                + "\"('Low', 'A')\",\"('Low', 'B')\",\"('Open', 'A')\",\"('Open', 'B')\"\n";
        for (String header : List.of(tickers, flat, tuples)) {
            String text = header + "2024-01-02,11,21,12,22,9,19,10,20\n";

            RawBar bar = parse(text, CsvChoices.NONE.withSymbol("B")).bars().getFirst();
            assertThat(List.of(bar.open(), bar.high(), bar.low(), bar.close())).containsExactly(20.0, 22.0, 19.0, 21.0);
            assertThat(refusal(text, CsvChoices.NONE)).contains("bars of several symbols: 'A', 'B'");
        }
    }

    @Test
    void aKindOfPriceIsNoSymbol() {
        String text = "Date,open_raw,high_raw,low_raw,close_raw\n2024-01-02,10,12,9,11\n";

        assertThat(refusal(text, CsvChoices.NONE)).contains("no column Open, High, Low, Close in the header");
        assertThat(parse(text, CsvChoices.parse("open=open_raw,high=high_raw,low=low_raw,close=close_raw"))
                        .bars())
                .hasSize(1);
    }

    /** A company that changes its name keeps its symbol. */
    @Test
    void severalNamesOfOneSymbol() {
        assertThat(parse("""
                                Date,Ticker,Name,Open,High,Low,Close
                                2024-01-02,A,Old Name,10,12,9,11
                                2024-01-03,A,New Name,10,12,9,11
                                """, CsvChoices.NONE).bars()).hasSize(2);
    }

    private static Retrieval parse(String text, CsvChoices choices) {
        return CsvBars.parse("x.csv", text.getBytes(UTF_8), choices);
    }

    private static String refusal(String text, CsvChoices choices) {
        return String.valueOf(catchThrowableOfType(InputRefused.class, () -> parse(text, choices))
                .getMessage());
    }
}
