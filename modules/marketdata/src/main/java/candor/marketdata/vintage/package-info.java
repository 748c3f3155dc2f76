/**
 * Bars as known at a retrieval: what each provider answered is kept for good, one vintage for each answer, and the bars
 * of today are folded from them. A daily retrieval asks for the last days only, compares what it sees twice, and asks for
 * everything again where the provider has changed its mind. Start at {@link candor.marketdata.vintage.LiveBars}. Must not
 * know HTTP, stages or cleaning.
 */
@NullMarked
package candor.marketdata.vintage;

import org.jspecify.annotations.NullMarked;
