package dev.backflow.telemetry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ECS {@code process}. Null where the record does not say; placeholders of a source ({@code -}, an
 * all-zero id) are absent, never values.
 *
 * @param entityId the source's unique id of the process, normalized so that the source's events
 *     join on it
 * @param pid the operating system's process id, 0 to 2^32-1
 * @param name file name of the image
 * @param executable path of the image as the source gives it
 * @param commandLine the command line as the source gives it
 * @param args the source's own argv, empty where it sends none; a cross-check, never the decision
 * @param workingDirectory current directory at the start
 * @param start when the process started
 * @param title the source's display name, where it has one
 * @param session the logon session it runs in
 * @param parent the parent, one level; its own parent is the grandparent
 */
public record ProcessInfo(
    @Nullable String entityId,
    @Nullable Long pid,
    @Nullable String name,
    @Nullable String executable,
    @Nullable String commandLine,
    List<String> args,
    @Nullable String workingDirectory,
    @Nullable Instant start,
    @Nullable String title,
    @Nullable String integrityLevel,
    Hashes hash,
    PortableExecutable pe,
    CodeSignature codeSignature,
    LogonSession session,
    @Nullable ProcessInfo parent) {

  public ProcessInfo {
    args = args.isEmpty() ? List.of() : List.copyOf(args);
  }

  /** Starts an empty process. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that holds this process's values. */
  public Builder toBuilder() {
    Builder b = new Builder();
    b.entityId = entityId;
    b.pid = pid;
    b.name = name;
    b.executable = executable;
    b.commandLine = commandLine;
    b.args = args;
    b.workingDirectory = workingDirectory;
    b.start = start;
    b.title = title;
    b.integrityLevel = integrityLevel;
    b.hash = hash;
    b.pe = pe;
    b.codeSignature = codeSignature;
    b.session = session;
    b.parent = parent;
    return b;
  }

  /** Collects what a record says of a process; everything is optional. */
  public static final class Builder {
    private @Nullable String entityId;
    private @Nullable Long pid;
    private @Nullable String name;
    private @Nullable String executable;
    private @Nullable String commandLine;
    private List<String> args = List.of();
    private @Nullable String workingDirectory;
    private @Nullable Instant start;
    private @Nullable String title;
    private @Nullable String integrityLevel;
    private Hashes hash = Hashes.NONE;
    private PortableExecutable pe = PortableExecutable.NONE;
    private CodeSignature codeSignature = CodeSignature.NONE;
    private LogonSession session = LogonSession.NONE;
    private @Nullable ProcessInfo parent;

    private Builder() {}

    public Builder entityId(@Nullable String value) {
      entityId = value;
      return this;
    }

    public Builder pid(@Nullable Long value) {
      pid = value;
      return this;
    }

    public Builder name(@Nullable String value) {
      name = value;
      return this;
    }

    public Builder executable(@Nullable String value) {
      executable = value;
      return this;
    }

    public Builder commandLine(@Nullable String value) {
      commandLine = value;
      return this;
    }

    public Builder args(List<String> value) {
      args = value;
      return this;
    }

    public Builder workingDirectory(@Nullable String value) {
      workingDirectory = value;
      return this;
    }

    public Builder start(@Nullable Instant value) {
      start = value;
      return this;
    }

    public Builder title(@Nullable String value) {
      title = value;
      return this;
    }

    public Builder integrityLevel(@Nullable String value) {
      integrityLevel = value;
      return this;
    }

    public Builder hash(Hashes value) {
      hash = value;
      return this;
    }

    public Builder pe(PortableExecutable value) {
      pe = value;
      return this;
    }

    public Builder codeSignature(CodeSignature value) {
      codeSignature = value;
      return this;
    }

    public Builder session(LogonSession value) {
      session = value;
      return this;
    }

    public Builder parent(@Nullable ProcessInfo value) {
      parent = value;
      return this;
    }

    public ProcessInfo build() {
      return new ProcessInfo(
          entityId,
          pid,
          name,
          executable,
          commandLine,
          args,
          workingDirectory,
          start,
          title,
          integrityLevel,
          hash,
          pe,
          codeSignature,
          session,
          parent);
    }
  }
}
