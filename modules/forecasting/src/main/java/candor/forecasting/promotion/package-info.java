/**
 * Who may forecast: a challenger takes the champion's place on evidence only. Start at
 * {@link candor.forecasting.promotion.Gate}. Must not know how candidates are fitted, nor where verdicts are kept.
 */
@NullMarked
package candor.forecasting.promotion;

import org.jspecify.annotations.NullMarked;
