package candor.forecasting.harp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.calibration.PooledScores;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The scores of a prior beside own ones, and the prior that the product ships. */
class PriorPoolTest {

    private static final Prior TWO =
            SmallPrior.of(5, SmallPrior.version("2005-01-03", 0), SmallPrior.version("2012-01-03", 0.25));

    @Test
    void aListCountsFromItsDateOn() {
        PriorPool pool = new PriorPool(TWO);

        assertThat(pool.at(LocalDate.of(2005, 1, 2))).isEmpty();
        assertThat(pool.at(LocalDate.of(2005, 1, 3))).isPresent();
        assertThat(pool.at(LocalDate.of(2012, 1, 2))).isEqualTo(pool.at(LocalDate.of(2005, 1, 3)));
        assertThat(pool.at(LocalDate.of(2012, 1, 3))).isNotEqualTo(pool.at(LocalDate.of(2005, 1, 3)));
    }

    @Test
    void listsWeighAndTemperAsThePriorSays() {
        PriorPool pool = new PriorPool(TWO);
        PooledScores scores = pool.at(LocalDate.of(2020, 1, 2)).orElseThrow();

        assertThat(scores.weight()).isEqualTo(1000);
        assertThat(scores.ofLevel(0)).hasSize(399).startsWith(1 / 128.0);
        assertThat(scores.signed())
                .hasSize(798)
                .isSorted()
                .startsWith(-399 / 64.0)
                .endsWith(399 / 64.0);
        assertThat(pool.isTempered(0)).isTrue();
        assertThat(pool.isTempered(2)).isFalse();
        assertThat(scores.width(-2)).isEqualTo(Math.exp(0.125), within(1e-15));
    }

    /** What ships can be made again from the panel by {@code ./candor prior}; ReferencePriorTest compares it with the study's. */
    @Test
    void theShippedPriorIsReadAndWrittenByteForByte() throws NoSuchAlgorithmException {
        Priors shipped = ShippedPrior.priors();

        assertThat(PriorText.write(shipped)).isEqualTo(new String(ShippedPrior.text(), StandardCharsets.UTF_8));
        assertThat(ShippedPrior.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(ShippedPrior.text())));
        assertThat(shipped.about()).isEqualTo("60 survivors, US large caps");
        assertThat(shipped.horizons()).extracting(Prior::horizon).isEqualTo(ShippedPrior.HORIZONS);
        assertThat(shipped.horizons())
                .allSatisfy(prior -> assertThat(prior.levels()).isEqualTo(List.of(0.5, 0.8, 0.9, 0.95, 0.99)));
    }
}
