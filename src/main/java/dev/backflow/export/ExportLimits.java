package dev.backflow.export;

/**
 * How much of an export is taken before it counts as hostile or broken.
 *
 * @param recordBytes largest single record; a longer one is put aside, its first part kept
 * @param totalBytes most bytes one export may inflate to
 * @param ratio most inflated bytes for each byte read, once {@code ratioAfterBytes} are inflated
 * @param ratioAfterBytes inflated bytes before the ratio counts: short texts compress well
 * @param depth deepest nesting of JSON or XML
 * @param layers most compressions around each other (a gzip in a gzip is two)
 */
public record ExportLimits(
    int recordBytes, long totalBytes, int ratio, long ratioAfterBytes, int depth, int layers) {

  private static final int MIB = 1 << 20;

  /**
   * 16 MiB records (Kinesis ends at 10), 64 GiB inflated (more than a function can read in its 15
   * minutes), ratio 400 after 64 MiB (event logs reach 20 to 60), depth 200, 4 layers.
   */
  public static final ExportLimits DEFAULTS =
      new ExportLimits(16 * MIB, 64L * 1024 * MIB, 400, 64L * MIB, 200, 4);

  public ExportLimits {
    if (recordBytes < 1 || totalBytes < 1 || ratio < 1 || depth < 1 || layers < 1) {
      throw new IllegalArgumentException("Every limit must be at least 1");
    }
  }
}
