package candor.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import candor.cleaning.Cleaner;
import candor.cleaning.CleaningResult;
import candor.cleaning.CleaningRules;
import candor.cleaning.log.CleaningEntry;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.market.Adjustment;
import candor.forecasting.market.Bar;
import candor.forecasting.market.CorporateAction;
import candor.forecasting.synthetic.SyntheticStock;
import candor.store.port.BarRequest;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The built-in stock passes cleaning as it is, split and dividends included. */
class SyntheticCleaningTest {

    private static final NyseCalendar CALENDAR = new NyseCalendar();
    private static final LocalDate TO = LocalDate.of(2024, 12, 31);

    @Test
    void everyBarIsKept() {
        Retrieval.Synthetic retrieval = (Retrieval.Synthetic) retrieve(TO);
        CleaningResult result = clean(retrieval, TO);

        assertThat(result.bars())
                .extracting(Bar::close)
                .isEqualTo(retrieval.bars().stream().map(RawBar::close).toList());
        assertThat(result.truth()).isEqualTo(retrieval.truth());
        assertThat(result.actions())
                .filteredOn(CorporateAction.Split.class::isInstance)
                .hasSize(1);
        assertThat(result.log()).extracting(CleaningEntry::rule).containsExactly("adjusted-close");
    }

    @Test
    void whatIsGeneratedAfterAsOfDoesNotMatter() {
        LocalDate asOf = LocalDate.of(2020, 6, 30);

        assertThat(clean(retrieve(TO), asOf)).isEqualTo(clean(retrieve(asOf), asOf));
    }

    private static Retrieval retrieve(LocalDate to) {
        return new SyntheticBars(CALENDAR, SyntheticStock.DEFAULT_FROM, to, SyntheticStock.DEFAULT_SEED)
                .retrieve(new BarRequest(SyntheticStock.SYMBOL, "synthetic", null, false));
    }

    private static CleaningResult clean(Retrieval retrieval, LocalDate asOf) {
        return new Cleaner(
                        CALENDAR,
                        CleaningRules.standard(),
                        (bars, actions) -> Adjustment.of(bars, actions).adjustedCloses())
                .clean(retrieval, asOf);
    }
}
