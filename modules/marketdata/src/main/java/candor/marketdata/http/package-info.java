/**
 * Asking a provider over HTTP so that it stays willing to answer: one question a second, few repetitions, and none after
 * it asks to come back later. Start at {@link candor.marketdata.http.PoliteClient}. Must not know what an answer means.
 */
@NullMarked
package candor.marketdata.http;

import org.jspecify.annotations.NullMarked;
