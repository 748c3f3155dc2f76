package candor.pipeline.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class AgreementTest {

    private static final String HEADER = "date,close\n";
    private static final LocalDate FIRST = LocalDate.of(2024, 3, 1);

    private static LocalDate before(String one, String other) {
        LocalDate date = Agreement.before(one.getBytes(UTF_8), other.getBytes(UTF_8));
        assertThat(Agreement.before(other.getBytes(UTF_8), one.getBytes(UTF_8)))
                .as("whichever is asked about first")
                .isEqualTo(date);
        return date;
    }

    @Test
    void equalTablesAgreeForEver() {
        assertThat(before(HEADER + "2024-03-01,1\n", HEADER + "2024-03-01,1\n")).isEqualTo(LocalDate.MAX);
    }

    @Test
    void otherColumnsNeverAgree() {
        assertThat(before(HEADER + "2024-03-01,1\n", "date,open\n2024-03-01,1\n"))
                .isEqualTo(LocalDate.MIN);
    }

    @Test
    void aLongerTableAgreesUpToItsFirstNewRow() {
        assertThat(before(HEADER + "2024-03-01,1\n", HEADER + "2024-03-01,1\n2024-03-04,2\n"))
                .isEqualTo(LocalDate.of(2024, 3, 4));
        assertThat(before(HEADER, HEADER + "2024-03-01,1\n")).isEqualTo(FIRST);
    }

    @Test
    void aRowThatOnlyOneHasEndsTheAgreement() {
        assertThat(before(
                        HEADER + "2024-03-01,1\n2024-03-05,3\n", HEADER + "2024-03-01,1\n2024-03-04,2\n2024-03-05,3\n"))
                .isEqualTo(LocalDate.of(2024, 3, 4));
    }

    @Test
    void aNumberThatOnlyBeginsAlikeDiffers() {
        assertThat(before(HEADER + "2024-03-01,1\n2024-03-04,2", HEADER + "2024-03-01,1.5\n2024-03-04,2"))
                .isEqualTo(FIRST);
        assertThat(before(HEADER + "2024-03-01,1\n2024-03-04,2", HEADER + "2024-03-01,1\n2024-03-04,21"))
                .isEqualTo(LocalDate.of(2024, 3, 4));
    }

    /** Against a comparison row by row. */
    @Test
    void isTheDateOfTheFirstRowThatDiffers() {
        SplittableRandom random = new SplittableRandom(20240301);
        for (int round = 0; round < 500; round++) {
            int rows = random.nextInt(1, 30);
            int changed = random.nextInt(rows);
            StringBuilder one = new StringBuilder(HEADER);
            StringBuilder other = new StringBuilder(HEADER);
            for (int i = 0; i < rows; i++) {
                double close = random.nextInt(1000) / 8.0;
                one.append(FIRST.plusDays(i)).append(',').append(close).append('\n');
                other.append(FIRST.plusDays(i))
                        .append(',')
                        .append(i < changed ? close : close + 1)
                        .append('\n');
            }
            assertThat(before(one.toString(), other.toString())).isEqualTo(FIRST.plusDays(changed));
        }
    }
}
