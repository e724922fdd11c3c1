package dev.backflow.commandline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One argv as its program reads it.
 *
 * @param program whose grammar it is
 * @param outcome whether the program connects
 * @param requested the reverse forwards it would ask the server for
 * @param unrequested those named on the line that it would not ask for
 * @param reverseAsked whether the line names a reverse forward at all, well-formed or not
 * @param switchedOff what on the line drops its forwards, or null
 * @param destination the server, null unless the program gets as far as one
 * @param apparent the server the line names, also when the program refuses the line
 * @param facts what else the line says; not redacted
 * @param hiding index of the argument that names a configuration file or saved session, or null
 * @param meanings argument by argument
 */
public record ClientReading(
    Program program,
    Outcome outcome,
    List<RemoteForward> requested,
    List<RemoteForward> unrequested,
    boolean reverseAsked,
    @Nullable String switchedOff,
    @Nullable Destination destination,
    @Nullable Destination apparent,
    ConnectionFacts facts,
    @Nullable Integer hiding,
    List<Meaning> meanings) {

  public ClientReading {
    requested = List.copyOf(requested);
    unrequested = List.copyOf(unrequested);
    meanings = List.copyOf(meanings);
  }
}
