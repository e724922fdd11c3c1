package dev.backflow.aws;

import java.io.IOException;
import java.io.InputStream;

/**
 * An object being read.
 *
 * @param object what is read: version, tag and size as S3 answered, whatever the notification said
 * @param content its bytes as stored, from the first
 */
public record OpenObject(ObjectRef object, InputStream content) implements AutoCloseable {
  @Override
  public void close() throws IOException {
    content.close();
  }
}
