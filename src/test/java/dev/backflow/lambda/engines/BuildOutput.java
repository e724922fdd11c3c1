package dev.backflow.lambda.engines;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build put what these tests run. */
public final class BuildOutput {
  private BuildOutput() {}

  /** The build directory. */
  public static Path directory() {
    return Path.of(System.getProperty("backflow.build.directory", "target")).toAbsolutePath();
  }

  /** The package for Lambda. */
  public static Path lambdaZip() {
    return present(directory().resolve("backflow-lambda.zip"));
  }

  /** Directory of the runtime client's jars. */
  public static Path runtimeClient() {
    return present(directory().resolve("engines/runtime"));
  }

  /** The runtime client's native library for this machine. */
  public static Path runtimeNative() {
    String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    return present(
        directory().resolve("engines/runtime-native/jni/libaws-lambda-jni.linux-" + arch + ".so"));
  }

  /** The S3 engine, a program of its own. */
  public static Path s3Mock() {
    return present(directory().resolve("engines/s3mock-exec.jar"));
  }

  private static Path present(Path path) {
    if (!Files.exists(path)) {
      throw new IllegalStateException(
          path + " is missing: run mvn -DskipTests pre-integration-test");
    }
    return path;
  }
}
