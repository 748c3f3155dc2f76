package candor.benchmarks.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Bar;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.ForecastSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SkillVerdictTest {

    private static final int SESSIONS = 1200;
    private static final TradingCalendar CALENDAR = new NyseCalendar();

    @Test
    void returnsHaveTheVarianceAndTheTailsThatTheyShould() {
        PriceHistory stock = GarchStock.generate(CALENDAR, 5000, 3);
        double squares = 0;
        int rises = 0;
        double rangeToReturn = 0;
        for (int t = 1; t < stock.size(); t++) {
            double r = StrictMath.log(stock.close(t) / stock.close(t - 1));
            double range = StrictMath.log(stock.high(t) / stock.low(t));
            squares += r * r;
            rises += r > 0 ? 1 : 0;
            rangeToReturn += range * range / (4 * StrictMath.log(2));
        }
        assertThat(Math.sqrt(squares / stock.size())).isEqualTo(GarchStock.DEVIATION, within(0.003));
        assertThat((double) rises / stock.size()).isEqualTo(0.5, within(0.02));
        // Parkinson's estimate of the variance by day, three quarters of the whole, a little less for its 78 steps.
        assertThat(rangeToReturn / squares).isBetween(0.6, 0.8);
    }

    @Test
    void moreSessionsLeaveThoseBeforeAsTheyWere() {
        PriceHistory longer = GarchStock.generate(CALENDAR, SESSIONS, 5);
        PriceHistory shorter = GarchStock.generate(CALENDAR, SESSIONS - 100, 5);
        for (int t = 0; t < shorter.size(); t++) {
            assertThat(longer.close(t)).isEqualTo(shorter.close(t));
        }
    }

    @Test
    void skillIsSeenWhereThereIsSome() {
        PriceHistory drifting = withDrift(GarchStock.generate(CALENDAR, SESSIONS, 1), 0.01);
        SkillVerdict verdict = SkillVerdict.on(drifting, CALENDAR, ForecastPlan.of(ForecastSettings.standard()));
        assertThat(verdict.claimsSkill()).isTrue();
        assertThat(verdict.unadjusted()).isTrue();
        assertThat(verdict.claims().get(1)).contains("mean");
        assertThat(verdict.means()).isNotEmpty();

        SkillLess study = SkillLess.of(List.of(verdict), SESSIONS, 1);
        assertThat(study.holds()).isFalse();
        assertThat(study.falseClaims()).isOne();
        assertThat(study.falsePromotions()).isOne();
        assertThat(String.join("\n", study.lines())).contains("1 of 1 = 100.0 %", "MISSED");
    }

    private static PriceHistory withDrift(PriceHistory stock, double drift) {
        List<Bar> bars = new ArrayList<>();
        for (int t = 0; t < stock.size(); t++) {
            double factor = StrictMath.exp(drift * t);
            bars.add(new Bar(
                    stock.session(t),
                    factor * stock.open(t),
                    factor * stock.high(t),
                    factor * stock.low(t),
                    factor * stock.close(t),
                    stock.volume(t)));
        }
        return PriceHistory.of(bars, bars.stream().mapToDouble(Bar::close).toArray());
    }
}
