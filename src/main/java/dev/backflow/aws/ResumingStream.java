package dev.backflow.aws;

import dev.backflow.export.TransientException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * An object's bytes over as many connections as it takes. A network's failure never looks like the
 * end of the export or like broken compression, for which no one would read the object again.
 */
final class ResumingStream extends InputStream {
  /** Connections in a row that may break without one byte more. */
  private static final int FRUITLESS = 3;

  private final ObjectRef object;
  private final long length;
  private final Reopener reopener;
  private ResponseInputStream<GetObjectResponse> body;
  private long position;
  private int fruitless;

  ResumingStream(
      ObjectRef object,
      ResponseInputStream<GetObjectResponse> body,
      long length,
      Reopener reopener) {
    this.object = object;
    this.body = body;
    this.length = length;
    this.reopener = reopener;
  }

  /** Opens the same content at a byte. */
  interface Reopener {
    ResponseInputStream<GetObjectResponse> open(long position);
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int count) {
    Objects.checkFromIndexSize(offset, count, buffer.length);
    if (count == 0) {
      return 0;
    }
    while (true) {
      try {
        int read = body.read(buffer, offset, count);
        if (read < 0 && position < length) {
          throw new IOException("the connection ended early");
        }
        position += Math.max(read, 0);
        fruitless = read > 0 ? 0 : fruitless;
        return read;
      } catch (IOException | SdkException e) {
        resume(e);
      }
    }
  }

  private void resume(Exception cause) {
    body.abort();
    fruitless++;
    if (fruitless > FRUITLESS || position >= length) {
      throw broken(cause);
    }
    try {
      body = reopener.open(position);
    } catch (SdkException e) {
      throw broken(e);
    }
  }

  private TransientException broken(Exception cause) {
    return new TransientException(
        object + " broke off at byte " + position + " of " + length + ": " + cause.getMessage(),
        cause);
  }

  /** Drops the connection where bytes are left: to drain them would read the whole object. */
  @Override
  public void close() throws IOException {
    if (position < length) {
      body.abort();
    } else {
      body.close();
    }
  }
}
