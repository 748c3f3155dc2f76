/**
 * The ports on AWS: objects in S3, the ledger in DynamoDB. Start at {@link candor.aws.AwsSettings}, then
 * {@link candor.aws.S3ObjectStore}. The DynamoDB client is on the class path only of functions that keep a ledger. Must not
 * know stages.
 */
@NullMarked
package candor.aws;

import org.jspecify.annotations.NullMarked;
