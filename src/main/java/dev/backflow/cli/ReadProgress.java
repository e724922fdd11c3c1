package dev.backflow.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how much of some files has been read, on standard error and only on a terminal. */
final class ReadProgress implements AutoCloseable {
  private final @Nullable ProgressBar bar;

  private ReadProgress(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  /** Starts at nothing of {@code bytes}. */
  static ReadProgress start(boolean terminal, String task, long bytes) {
    if (!terminal) {
      return new ReadProgress(null);
    }
    return new ReadProgress(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(bytes)
            .setUnit(" KiB", 1024)
            .setStyle(ProgressBarStyle.ASCII)
            .clearDisplayOnFinish()
            .build());
  }

  InputStream watch(InputStream in) {
    ProgressBar shown = bar;
    return shown == null ? in : new Watched(in, shown);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }

  private static final class Watched extends FilterInputStream {
    private final ProgressBar bar;

    Watched(InputStream in, ProgressBar bar) {
      super(in);
      this.bar = bar;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      if (b >= 0) {
        bar.step();
      }
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      if (n > 0) {
        bar.stepBy(n);
      }
      return n;
    }
  }
}
