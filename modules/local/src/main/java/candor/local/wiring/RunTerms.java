// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.wiring;

import candor.marketdata.csv.CsvChoices;
import candor.pipeline.stage.StageName;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What all symbols of a list are run with.
 *
 * @param asOf their last day, where the list has no other; null for the last one that there is
 * @param source of their bars, where the list has no other; null leaves that to the configuration
 * @param refreshFrom the first stage that is done again; null reuses all
 * @param requireApproval whether a person has to agree before a challenger serves
 * @param choices what a person said about the files
 * @param outputs writes the files that a person wants
 * @param out where to copy them, in a folder for each symbol; null for nowhere
 * @param homeWords with which a further command finds the home; empty for the usual one
 */
public record RunTerms(
        @Nullable LocalDate asOf,
        @Nullable String source,
        @Nullable StageName refreshFrom,
        boolean requireApproval,
        CsvChoices choices,
        OutputFiles outputs,
        @Nullable Path out,
        String homeWords) {}
