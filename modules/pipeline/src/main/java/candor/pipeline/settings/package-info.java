/**
 * Hyper-parameters in files that a person may edit, and what persons have ruled about prices. Start at
 * {@link candor.pipeline.settings.SettingsInForce} and {@link candor.pipeline.settings.DataRulings}. Must not know what
 * the parameters are for.
 */
@NullMarked
package candor.pipeline.settings;

import org.jspecify.annotations.NullMarked;
