/**
 * One class of the AWS SDK, replaced by ours of the same name because the SDK's makes every start of every function slower;
 * it says why and how. Nothing else belongs here.
 */
@NullMarked
package software.amazon.awssdk.regions;

import org.jspecify.annotations.NullMarked;
