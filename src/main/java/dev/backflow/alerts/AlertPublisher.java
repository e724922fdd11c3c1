package dev.backflow.alerts;

/** Sends messages to their topics. */
public interface AlertPublisher {
  /**
   * Sends one message; it may arrive more than once.
   *
   * @throws dev.backflow.export.TransientException when another try may succeed
   * @throws dev.backflow.export.PermanentException when none will, naming the topic and the remedy
   */
  void publish(Message message);
}
