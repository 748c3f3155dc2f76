package candor.statemachine.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.statemachine.expression.JsonText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that AWS's recorded runs show; the files are made here. The rule of missing fields is from its documentation. */
class CsvItemsTest {

    @Test
    void theFirstRowNamesTheFieldsAndEveryFieldIsAString() throws UnreadableItems {
        assertThat(CsvItems.withHeaderRow(',', "Col1,Col2\ntrue,1\n,\n   ,Null\n"))
                .containsExactly(
                        JsonText.parse("{\"Col1\": \"true\", \"Col2\": \"1\"}"),
                        JsonText.parse("{\"Col1\": \"\", \"Col2\": \"\"}"),
                        JsonText.parse("{\"Col1\": \"   \", \"Col2\": \"Null\"}"));
    }

    @Test
    void aHeaderMayBeEmptyAndSurplusFieldsAreDropped() throws UnreadableItems {
        assertThat(CsvItems.withHeaderRow(',', "H1,\nValue4,Value5,Value6\n"))
                .containsExactly(JsonText.parse("{\"H1\": \"Value4\", \"\": \"Value5\"}"));
    }

    @Test
    void givenHeadersMakeTheFirstRowAnItem() throws UnreadableItems {
        assertThat(CsvItems.withHeaders(List.of("H1"), ',', "Value1,Value2\nValue4,Value5"))
                .containsExactly(JsonText.parse("{\"H1\": \"Value1\"}"), JsonText.parse("{\"H1\": \"Value4\"}"));
    }

    @Test
    void missingFieldsAreEmpty() throws UnreadableItems {
        assertThat(CsvItems.withHeaderRow(',', "symbol,source\nSTX\n"))
                .containsExactly(JsonText.parse("{\"symbol\": \"STX\", \"source\": \"\"}"));
    }

    @Test
    void quotesKeepSeparatorsAndLineEnds() throws UnreadableItems {
        assertThat(CsvItems.withHeaderRow(',', "a,b\n\"x,y\",\"p\nq\"\n"))
                .containsExactly(JsonText.parse("{\"a\": \"x,y\", \"b\": \"p\\nq\"}"));
    }

    @Test
    void noRowsAreNoItems() throws UnreadableItems {
        assertThat(CsvItems.withHeaderRow(',', "")).isEmpty();
        assertThat(CsvItems.withHeaderRow(',', "a,b\n")).isEmpty();
    }

    @Test
    void equalHeadersAreRejectedInAWSsWords() {
        assertThatThrownBy(() -> CsvItems.withHeaders(List.of("H1", "H1", "H3"), ',', "1,2,3"))
                .isInstanceOf(UnreadableItems.class)
                .hasMessage("CSV headers cannot contain duplicates.");
    }

    @Test
    void aQuoteThatIsNeverClosedIsRejected() {
        assertThatThrownBy(() -> CsvItems.withHeaderRow(',', "a\n\"x\n"))
                .isInstanceOf(UnreadableItems.class)
                .hasMessageStartingWith("The object of the ItemReader is not CSV: ");
    }
}
