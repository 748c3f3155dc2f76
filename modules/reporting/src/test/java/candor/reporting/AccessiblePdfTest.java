// SPDX-License-Identifier: GPL-3.0-or-later
package candor.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The report as PDF is PDF/UA-1 and PDF/A-2b, by veraPDF and by what that does not ask. */
class AccessiblePdfTest {

    private static final byte[] LONG = new Reports().pdf(SampleModel.of(1500, true));
    private static final byte[] SHORT = new Reports().pdf(SampleModel.of(2, false));

    private static final Locale MACHINE = Locale.getDefault();

    /** veraPDF 1.30 writes types of XMP in small letters by the default locale, and knows no Turkish 'Integer'. */
    @BeforeAll
    static void initialise() {
        Locale.setDefault(Locale.ROOT);
        VeraGreenfieldFoundryProvider.initialise();
    }

    @AfterAll
    static void restore() {
        Locale.setDefault(MACHINE);
    }

    @ParameterizedTest
    @EnumSource(names = {"PDFUA_1", "PDFA_2_B"})
    void noRuleFails(PDFAFlavour flavour) throws Exception {
        for (byte[] file : List.of(LONG, SHORT)) {
            assertThat(failures(file, flavour)).isEmpty();
        }
    }

    private static Map<String, Integer> failures(byte[] file, PDFAFlavour flavour) throws Exception {
        Map<String, Integer> failures = new TreeMap<>();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(file), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            validator
                    .validate(parser)
                    .getFailedChecks()
                    .forEach((rule, count) -> failures.put(rule.getClause() + "-" + rule.getTestNumber(), count));
        }
        return failures;
    }

    @Test
    void theTreeHoldsWhatIsDrawn() throws Exception {
        assertThat(StructureCheck.of(LONG).faults()).isEmpty();
        assertThat(StructureCheck.of(SHORT).faults()).isEmpty();
    }

    /** The words of two lines are apart, a table is read row by row, and no page's head comes between. */
    @Test
    void theTreeIsReadInOrder() throws Exception {
        String text = StructureCheck.of(LONG).text();
        assertThat(text.lines().map(String::strip).filter(line -> !line.isEmpty()))
                .containsSubsequence(
                        "SYN (synthetic stock): forecast of 6\u00a0February\u00a02026",
                        "The close on",
                        "Half the time it is between",
                        "Nine times in ten it is between",
                        "How often such ranges held",
                        "How the price has moved",
                        "Price and drawdown",
                        "Appendix: for who checks the forecast",
                        "Limits")
                .noneMatch(line -> line.contains("Page 1 of"));
        assertThat(text.replace('\u00a0', ' ')).contains(SampleModel.STATEMENT.replace('\u00a0', ' '));
    }
}
