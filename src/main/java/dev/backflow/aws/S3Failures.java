package dev.backflow.aws;

import dev.backflow.export.PermanentException;
import dev.backflow.export.TransientException;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Tells what a failed {@code GetObject} means (S3 API reference, "Error responses"). What is not
 * known to be permanent is transient: to try in vain is cheaper than to lose an export.
 */
final class S3Failures {
  private static final Set<String> GONE =
      Set.of("NoSuchKey", "NoSuchBucket", "NoSuchVersion", "MethodNotAllowed");

  private S3Failures() {}

  /** Returns the exception to throw instead: transient or permanent. */
  static RuntimeException translate(ObjectRef object, SdkException failure) {
    if (failure instanceof S3Exception s3) {
      if (isGone(s3)) {
        return new PermanentException(
            object + " is gone (" + s3.statusCode() + " " + code(s3) + ")", failure);
      }
      if (code(s3).equals("InvalidObjectState")) {
        return new PermanentException(
            object + " is archived: restore it, and the notification of the restore has it read",
            failure);
      }
      if (s3.statusCode() == 403) {
        return new TransientException(denied(object, s3), failure);
      }
      return new TransientException(
          object + " could not be read: " + s3.statusCode() + " " + code(s3), failure);
    }
    return new TransientException(object + " could not be read: " + failure.getMessage(), failure);
  }

  /** A marker of a deletion answers 405 to a request for its version. */
  private static boolean isGone(S3Exception failure) {
    return failure.statusCode() == 404 || GONE.contains(code(failure));
  }

  /** Without s3:ListBucket S3 answers 403, not 404, for an object that is not there. */
  private static String denied(ObjectRef object, S3Exception failure) {
    String action = object.versionId() == null ? "s3:GetObject" : "s3:GetObjectVersion";
    return "access denied: "
        + action
        + " on bucket "
        + object.bucket()
        + " key "
        + object.key()
        + " (403 "
        + code(failure)
        + "). Grant the function's role "
        + action
        + " on the object, s3:ListBucket on the bucket, and kms:Decrypt on the key that encrypts"
        + " it. S3 says: "
        + details(failure);
  }

  private static String code(S3Exception failure) {
    AwsErrorDetails details = failure.awsErrorDetails();
    return details == null || details.errorCode() == null ? "" : details.errorCode();
  }

  private static String details(S3Exception failure) {
    AwsErrorDetails details = failure.awsErrorDetails();
    return details == null || details.errorMessage() == null
        ? "nothing more"
        : details.errorMessage();
  }
}
