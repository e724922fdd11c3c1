package dev.backflow.aws;

import dev.backflow.export.PermanentException;
import dev.backflow.export.TransientException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Opens S3 objects as streams: never spooled to a disk, never held in memory. */
public final class S3ObjectSource {
  private final Supplier<S3Client> s3;

  /**
   * @param s3 asked for the client when the first object is opened
   */
  public S3ObjectSource(Supplier<S3Client> s3) {
    this.s3 = s3;
  }

  /**
   * Opens an object at its first byte. The caller closes the stream; a connection lost on the way
   * is taken up again at the byte where it broke, and only on the same content.
   *
   * @throws PermanentException where the object is gone or archived
   * @throws TransientException for everything that may go well later, naming bucket, key and the
   *     permission that is missing; also thrown by the stream's own methods
   */
  public OpenObject open(ObjectRef object) {
    ResponseInputStream<GetObjectResponse> body;
    try {
      body = get(object, null, 0);
    } catch (SdkException e) {
      throw S3Failures.translate(object, e);
    }
    GetObjectResponse response = body.response();
    ObjectRef read =
        new ObjectRef(
            object.bucket(),
            object.key(),
            response.versionId() == null ? object.versionId() : response.versionId(),
            unquoted(response.eTag()),
            response.contentLength());
    return new OpenObject(
        read,
        new ResumingStream(
            read, body, response.contentLength(), at -> get(read, response.eTag(), at)));
  }

  private ResponseInputStream<GetObjectResponse> get(
      ObjectRef object, @Nullable String eTag, long from) {
    GetObjectRequest.Builder request =
        GetObjectRequest.builder()
            .bucket(object.bucket())
            .key(object.key())
            .versionId(object.versionId())
            .ifMatch(eTag);
    if (from > 0) {
      request.range("bytes=" + from + "-");
    }
    return s3.get().getObject(request.build());
  }

  private static @Nullable String unquoted(@Nullable String eTag) {
    return eTag == null ? null : eTag.replace("\"", "");
  }
}
