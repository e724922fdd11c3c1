package dev.backflow.cli;

import java.nio.file.Path;

/** Where Backflow is installed: the launcher says. */
final class Home {
  private Home() {}

  /** Returns the directory that holds {@code examples/}; the working directory by default. */
  static Path directory() {
    return Path.of(System.getProperty("backflow.home", ".")).toAbsolutePath().normalize();
  }
}
