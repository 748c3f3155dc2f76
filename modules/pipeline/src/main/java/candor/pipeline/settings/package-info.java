/**
 * Hyper-parameters in files that a person may edit. Start at {@link candor.pipeline.settings.SettingsInForce}. Must not
 * know what the parameters are for.
 */
@NullMarked
package candor.pipeline.settings;

import org.jspecify.annotations.NullMarked;
