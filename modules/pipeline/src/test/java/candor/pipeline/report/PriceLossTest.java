// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceLossTest {

    /** By Python's math.expm1. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "0.05, 0.04877057549928599, 488",
        "0.2, 0.18126924692201815, 1813",
        "0.2744, 0.23997199675076564, 2400",
        "3, 0.950212931632136, 9502"
    })
    void aLogLossIsLessOfThePrice(double logLoss, double share, long ofTenThousand) {
        assertThat(PriceLoss.share(logLoss)).isCloseTo(share, within(1e-15));
        assertThat(PriceLoss.ofSum(logLoss)).isEqualTo(ofTenThousand);
    }
}
