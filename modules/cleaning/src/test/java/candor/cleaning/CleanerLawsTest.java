package candor.cleaning;

import static candor.cleaning.Rows.CALENDAR;
import static candor.cleaning.Rows.cleaner;
import static candor.cleaning.Rows.prices;
import static candor.cleaning.Rows.retrieval;
import static org.assertj.core.api.Assertions.assertThat;

import candor.cleaning.guard.DataGuards;
import candor.forecasting.guard.GuardResult;
import candor.forecasting.market.Bar;
import candor.forecasting.market.CorporateAction;
import candor.store.port.RawBar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any rows, shown on random ones with every kind of damage. */
class CleanerLawsTest {

    private static final CleaningRules LENIENT = new CleaningRules(2, 1, 3, 1, 10, 1e9, 1, 10, 1e-6);
    private static final int CASES = 200;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cleaningTheCleanedChangesNothing(boolean adjusted) {
        for (int seed = 0; seed < CASES; seed++) {
            Case random = new Case(seed);
            CleaningResult once = random.clean(random.rows, adjusted);
            CleaningResult twice = random.clean(rawBars(once), adjusted);

            assertThat(twice.bars()).isEqualTo(once.bars());
            assertThat(twice.adjustedCloses()).isEqualTo(once.adjustedCloses());
            assertThat(twice.gaps()).isEqualTo(once.gaps());
            assertThat(twice.quarantined()).isEmpty();
            assertThat(twice.log())
                    .as("seed %s", seed)
                    .allMatch(
                            entry -> entry.rule().equals("gap") || entry.rule().equals("adjusted-close"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theOrderOfTheRowsDoesNotMatter(boolean adjusted) {
        for (int seed = 0; seed < CASES; seed++) {
            Case random = new Case(seed);
            List<RawBar> shuffled = new ArrayList<>(random.rows);
            Collections.shuffle(shuffled, new Random(seed));

            CleaningResult one = random.clean(random.rows, adjusted);
            CleaningResult other = random.clean(shuffled, adjusted);

            assertThat(other.bars()).isEqualTo(one.bars());
            assertThat(other.adjustedCloses()).isEqualTo(one.adjustedCloses());
            assertThat(other.actions()).isEqualTo(one.actions());
            assertThat(other.quarantined()).isEqualTo(one.quarantined());
            assertThat(other.counts()).isEqualTo(one.counts());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noRowIsLost(boolean adjusted) {
        for (int seed = 0; seed < CASES; seed++) {
            Case random = new Case(seed);
            CleaningResult result = random.clean(random.rows, adjusted);
            Set<LocalDate> accounted = new HashSet<>();
            result.bars().forEach(bar -> accounted.add(bar.session()));
            result.quarantined().forEach(one -> accounted.add(one.row().session()));
            long removed = result.log().stream()
                    .filter(entry -> entry.rule().equals("duplicate-row"))
                    .count();

            assertThat(result.bars().size()
                            + result.quarantined().size()
                            + removed
                            + result.counts().beforeCalendar())
                    .isEqualTo(random.visible())
                    .isEqualTo(result.counts().rows());
            assertThat(random.rows)
                    .extracting(RawBar::session)
                    .filteredOn(session -> !session.isAfter(random.asOf) && !session.isBefore(CALENDAR.firstDay()))
                    .isSubsetOf(accounted);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theGuardsOfBarsRaiseNoAlarm(boolean adjusted) {
        for (int seed = 0; seed < CASES; seed++) {
            Case random = new Case(seed);
            CleaningResult result = random.clean(random.rows, adjusted);
            assertThat(DataGuards.of(retrieval(random.rows, adjusted), result, CALENDAR))
                    .as("seed %s", seed)
                    .allMatch(GuardResult::passed);
        }
    }

    private static List<RawBar> rawBars(CleaningResult result) {
        Map<LocalDate, Double> cash = new HashMap<>();
        for (CorporateAction action : result.actions()) {
            if (action instanceof CorporateAction.Dividend dividend) {
                cash.merge(firstBarFrom(dividend.session(), result), dividend.cash(), Double::sum);
            }
        }
        List<RawBar> rows = new ArrayList<>();
        for (int i = 0; i < result.bars().size(); i++) {
            Bar bar = result.bars().get(i);
            rows.add(new RawBar(
                    i + 2,
                    bar.session(),
                    bar.open(),
                    bar.high(),
                    bar.low(),
                    bar.close(),
                    result.adjustedCloses().get(i),
                    bar.volume(),
                    cash.getOrDefault(bar.session(), 0.0),
                    0,
                    0));
        }
        return rows;
    }

    private static LocalDate firstBarFrom(LocalDate session, CleaningResult result) {
        return result.bars().stream()
                .map(Bar::session)
                .filter(day -> !day.isBefore(session))
                .findFirst()
                .orElse(LocalDate.MAX);
    }

    /**
     * A random walk over a few months with a dividend every five weeks or so, and damage of every kind in one row of
     * eight.
     */
    private static final class Case {

        private final Random random;
        private final List<RawBar> rows = new ArrayList<>();
        private final LocalDate asOf;
        private LocalDate lastDividend = LocalDate.MIN;
        private double adjustment = 0.9;
        private double before;

        Case(int seed) {
            random = new Random(seed);
            LocalDate first = seed % 4 == 0 ? LocalDate.of(1999, 12, 1) : LocalDate.of(2024, 1, 1);
            asOf = first.plusDays(120);
            double walk = 50;
            for (LocalDate day = first; day.isBefore(asOf.plusDays(7)); day = day.plusDays(1)) {
                walk *= Math.exp(0.03 * random.nextGaussian());
                double price = Math.rint(100 * walk) / 100;
                boolean damaged = random.nextInt(8) == 0 && !day.equals(asOf);
                if (day.getDayOfWeek().getValue() < 6 || random.nextInt(20) == 0) {
                    add(day, price, damaged);
                }
            }
        }

        private void add(LocalDate day, double price, boolean damaged) {
            double dividend = day.isAfter(lastDividend.plusDays(30)) && before > 0 && random.nextInt(5) == 0 ? 0.25 : 0;
            lastDividend = dividend > 0 ? day : lastDividend;
            adjustment /= dividend > 0 ? 1 - dividend / before : 1;
            before = price;
            RawBar good = new RawBar(
                    rows.size() + 2,
                    day,
                    price,
                    price * 1.02,
                    price * 0.98,
                    price,
                    price * adjustment,
                    1e6,
                    dividend,
                    0,
                    0);
            if (!damaged) {
                rows.add(good);
                return;
            }
            double nan = Double.NaN;
            switch (random.nextInt(9)) {
                case 0 -> rows.add(prices(good, nan, nan, nan, nan));
                case 1 -> rows.add(prices(good, 0, price, price, price));
                case 2 -> rows.add(prices(good, price, price * 0.5, price * 0.9, price));
                case 3 -> rows.add(prices(good, price, price * (1 - 5e-7), price * (1 + 5e-7), price));
                case 4 -> rows.add(Rows.volume(good, random.nextBoolean() ? nan : -1));
                case 5 -> rows.add(Rows.adjustedClose(good, nan));
                case 6 -> {
                    rows.add(good);
                    rows.add(Rows.at(good, rows.size() + 2, day));
                }
                case 7 -> {
                    rows.add(good);
                    rows.add(Rows.at(Rows.volume(good, 7), rows.size() + 2, day));
                }
                default -> {} // a missing row
            }
        }

        int visible() {
            return Math.toIntExact(
                    rows.stream().filter(row -> !row.session().isAfter(asOf)).count());
        }

        CleaningResult clean(List<RawBar> given, boolean adjusted) {
            return cleaner(LENIENT).clean(retrieval(given, adjusted), asOf);
        }
    }
}
