/** Tests of the ports on AWS, against emulators that run in this JVM. */
@NullMarked
package candor.aws;

import org.jspecify.annotations.NullMarked;
