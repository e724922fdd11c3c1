package dev.backflow.aws;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One S3 object as a notification names it.
 *
 * @param bucket the bucket's name
 * @param key the object's key, decoded
 * @param versionId the version to read, or null for the newest
 * @param eTag the content's tag as the notification gives it, without quotes, or null
 * @param size bytes as stored, or null where the notification does not say
 */
public record ObjectRef(
    String bucket,
    String key,
    @Nullable String versionId,
    @Nullable String eTag,
    @Nullable Long size) {

  public ObjectRef {
    requireNonNull(bucket, "bucket");
    requireNonNull(key, "key");
  }

  /** Returns the newest version of an object. */
  public static ObjectRef of(String bucket, String key) {
    return new ObjectRef(bucket, key, null, null, null);
  }

  /** Returns the object's address, {@code s3://bucket/key}: a name for people, not an identity. */
  public String uri() {
    return "s3://" + bucket + "/" + key;
  }

  @Override
  public String toString() {
    return versionId == null ? uri() : uri() + " version " + versionId;
  }
}
