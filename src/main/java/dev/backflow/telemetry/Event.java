package dev.backflow.telemetry;

import org.jspecify.annotations.Nullable;

/** Something that happened on a host, in ECS vocabulary, whichever source told of it. */
public sealed interface Event {
  /** Returns identity, time, source, host and position. */
  EventHeader header();

  /**
   * A process began.
   *
   * @param user the account the process runs as, or null
   * @param creator the account that created it where the record tells it apart, or null
   */
  record ProcessStarted(
      EventHeader header, ProcessInfo process, @Nullable User user, @Nullable User creator)
      implements Event {}

  /**
   * A process ended.
   *
   * @param exitCode its exit code, null where the source has none
   * @param user the account it ran as, or null
   */
  record ProcessEnded(
      EventHeader header, ProcessInfo process, @Nullable Long exitCode, @Nullable User user)
      implements Event {
    /** The end of a process whose account is not told. */
    public ProcessEnded(EventHeader header, ProcessInfo process, @Nullable Long exitCode) {
      this(header, process, exitCode, null);
    }
  }

  /**
   * A connection, or a listening socket ({@code destination} null).
   *
   * @param direction ECS {@code network.direction}: {@code egress}, {@code ingress}, {@code listen}
   *     or {@code unknown}
   * @param succeeded whether the connection came up; null where the source does not say
   * @param ended whether this tells of the end of a connection, not of its beginning
   */
  record NetworkConnection(
      EventHeader header,
      ProcessInfo process,
      @Nullable User user,
      @Nullable String transport,
      String direction,
      @Nullable Endpoint source,
      @Nullable Endpoint destination,
      @Nullable Boolean succeeded,
      boolean ended)
      implements Event {
    /** The beginning of a connection, or an attempt at one. */
    public NetworkConnection(
        EventHeader header,
        ProcessInfo process,
        @Nullable User user,
        @Nullable String transport,
        String direction,
        @Nullable Endpoint source,
        @Nullable Endpoint destination,
        @Nullable Boolean succeeded) {
      this(header, process, user, transport, direction, source, destination, succeeded, false);
    }
  }

  /**
   * One end of a connection.
   *
   * @param port 0 to 65535
   * @param bytes sent from this end to the other, known at the end of a connection if at all
   */
  record Endpoint(
      @Nullable String address,
      @Nullable Integer port,
      @Nullable String domain,
      @Nullable Long bytes) {
    /** An end of which it is not told how much it has sent. */
    public Endpoint(@Nullable String address, @Nullable Integer port, @Nullable String domain) {
      this(address, port, domain, null);
    }
  }

  /**
   * A registry value was set.
   *
   * @param key hive and key, for example {@code HKLM\SYSTEM\...}
   * @param value name of the value
   * @param data its new content as text, or null
   * @param dataType the content's type as Windows names it, {@code REG_SZ}, or null
   */
  record RegistryValueSet(
      EventHeader header,
      ProcessInfo process,
      @Nullable User user,
      String key,
      @Nullable String value,
      @Nullable String data,
      @Nullable String dataType)
      implements Event {}

  /**
   * Something was registered to start by itself: a scheduled task, a service, a Run value.
   *
   * @param mechanism {@code task}, {@code service} or {@code run}
   * @param name name of the task, service or value
   * @param commandLine what it will run
   * @param runAs the account it will run as, or null
   * @param createdBy who registered it, or null
   * @param trigger when it will start, as far as the record says, or null
   * @param process the process that registered it, or null
   * @param place the registry value that registers it, null for any other mechanism
   */
  record AutostartRegistered(
      EventHeader header,
      String mechanism,
      String name,
      @Nullable String commandLine,
      @Nullable String runAs,
      @Nullable User createdBy,
      @Nullable String trigger,
      @Nullable ProcessInfo process,
      @Nullable RegistryPlace place)
      implements Event {
    /** A registration whose record does not name the process behind it. */
    public AutostartRegistered(
        EventHeader header,
        String mechanism,
        String name,
        @Nullable String commandLine,
        @Nullable String runAs,
        @Nullable User createdBy,
        @Nullable String trigger) {
      this(header, mechanism, name, commandLine, runAs, createdBy, trigger, null, null);
    }
  }

  /** Where a registry value stands: hive and key, and its name; and its type, or null. */
  record RegistryPlace(String key, String value, @Nullable String dataType) {}

  /**
   * A logon from loopback or from the host itself.
   *
   * @param logonType the Windows logon type (3, 7, 10), or null for a TerminalServices event
   * @param session the session it opens or resumes
   */
  record Logon(
      EventHeader header,
      @Nullable User user,
      @Nullable Integer logonType,
      @Nullable String sourceAddress,
      LogonSession session)
      implements Event {}
}
