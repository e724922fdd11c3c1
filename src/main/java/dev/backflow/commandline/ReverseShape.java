package dev.backflow.commandline;

/** Whether text looks like what stands after {@code -R}. */
public final class ReverseShape {
  private ReverseShape() {}

  /**
   * Returns whether text is a forward of three or more fields: something that hardly anything but a
   * port forward looks like.
   */
  public static boolean isFullForward(String text) {
    return isFullForward(text, new StepCount());
  }

  static boolean isFullForward(String text, StepCount steps) {
    ForwardSpec spec = ForwardSpec.parse(text, ForwardSpec.Use.REMOTE, steps);
    return spec != null && spec.connectHost() != null;
  }
}
