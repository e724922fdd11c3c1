package dev.backflow.aws;

import dev.backflow.export.TransientException;
import dev.backflow.telemetry.Fingerprint;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The bucket of what no one could read. Its objects are named by what they come from, so that a
 * repeated delivery replaces its own and leaves one.
 */
public final class S3Sideline {
  private final Supplier<S3Client> s3;
  private final String bucket;

  /**
   * @param bucket its own bucket, never one that exports are delivered to; it encrypts with its own
   *     key whatever is put there
   */
  public S3Sideline(Supplier<S3Client> s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /** Opens the file of an object's delivery. */
  public SidelineFile of(String tenant, ObjectRef object) {
    return file(
        tenant,
        Fingerprint.of("s3", object.bucket(), object.key(), object.versionId(), object.eTag()));
  }

  /** Opens the file of a record of a stream. */
  public SidelineFile ofStream(String tenant, String stream, String shard, String sequenceNumber) {
    return file(tenant, Fingerprint.of("kinesis", stream, shard, sequenceNumber));
  }

  private SidelineFile file(String tenant, String id) {
    return new SidelineFile(this, "put-aside/" + tenant + "/" + id + ".ndjson.gz");
  }

  void put(String key, byte[] gzip) {
    try {
      s3.get()
          .putObject(
              p ->
                  p.bucket(bucket)
                      .key(key)
                      .contentType("application/x-ndjson")
                      .contentEncoding("gzip"),
              RequestBody.fromBytes(gzip));
    } catch (SdkException e) {
      throw new TransientException(
          "s3://"
              + bucket
              + "/"
              + key
              + ": s3:PutObject failed (it needs kms:GenerateDataKey on the bucket's key too): "
              + e.getMessage(),
          e);
    }
  }
}
