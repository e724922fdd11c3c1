package dev.backflow.lambda;

import java.util.List;

/** What one invocation brings, whichever way it came. */
sealed interface Invocation {

  /** Messages of a queue: each is answered for by itself. */
  record Queue(List<Message> messages) implements Invocation {
    public Queue {
      messages = List.copyOf(messages);
    }
  }

  /** One message of a queue; {@code id} is what a failure is reported by. */
  record Message(String id, Notice notice) {}

  /** A notification that invoked the function itself: it succeeds or fails as a whole. */
  record Direct(Notice notice) implements Invocation {}

  /** Records of one shard of a Kinesis stream, in its order. */
  record Stream(List<StreamRecord> records) implements Invocation {
    public Stream {
      records = List.copyOf(records);
    }
  }

  /** Changes of one shard of the table's stream, in its order. */
  record Changes(List<TableChange> changes) implements Invocation {
    public Changes {
      changes = List.copyOf(changes);
    }
  }

  /** A batch without records: a success with nothing to do. */
  record Empty() implements Invocation {}

  /**
   * Something no one should have sent here.
   *
   * @param reason what it is instead, in a person's words
   */
  record Unknown(String reason) implements Invocation {}
}
