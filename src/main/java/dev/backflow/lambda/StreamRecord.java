package dev.backflow.lambda;

/**
 * One record of a Kinesis stream as Lambda delivers it.
 *
 * @param sequenceNumber what a failure is reported by
 * @param shard the shard's id
 * @param stream the stream's name
 * @param data the record's bytes, decoded from base64; not copied
 */
record StreamRecord(String sequenceNumber, String shard, String stream, byte[] data) {
  /** Names the record; its bytes are unredacted and never part of a text. */
  @Override
  public String toString() {
    return stream + "/" + shard + "/" + sequenceNumber;
  }
}
