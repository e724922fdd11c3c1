package dev.backflow.cli.local;

import dev.backflow.cases.dynamodb.CaseTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/**
 * The case table on DynamoDB Local, in this process and in memory: the real engine, its stream
 * included, gone when it is closed.
 */
public final class LocalTable implements AutoCloseable {
  /** The table's name. */
  public static final String NAME = "backflow";

  private final AmazonDynamoDBLocal engine;
  private final DynamoDbClient client;
  private final DynamoDbStreamsClient streams;

  private LocalTable(AmazonDynamoDBLocal engine) {
    this.engine = engine;
    this.client = engine.dynamoDbClient();
    this.streams = engine.dynamoDbStreamsClient();
  }

  /** Starts the engine and creates the empty table. */
  public static LocalTable start() {
    LocalTable table = new LocalTable(DynamoDBEmbedded.create(true));
    table.client.createTable(CaseTable.create(NAME));
    return table;
  }

  /** Returns a client of the engine; closed with it. */
  public DynamoDbClient client() {
    return client;
  }

  /** Returns the new image of every row inserted since the table was created, in order. */
  public List<Map<String, AttributeValue>> inserted() {
    String stream = client.describeTable(d -> d.tableName(NAME)).table().latestStreamArn();
    List<Map<String, AttributeValue>> images = new ArrayList<>();
    for (Shard shard :
        streams.describeStream(d -> d.streamArn(stream)).streamDescription().shards()) {
      read(stream, shard, images);
    }
    return images;
  }

  private void read(String stream, Shard shard, List<Map<String, AttributeValue>> images) {
    String iterator =
        streams
            .getShardIterator(
                i ->
                    i.streamArn(stream)
                        .shardId(shard.shardId())
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .shardIterator();
    boolean more = true;
    while (iterator != null && more) {
      GetRecordsResponse page = records(iterator);
      for (Record record : page.records()) {
        if (record.eventName() == OperationType.INSERT) {
          images.add(record.dynamodb().newImage());
        }
      }
      more = !page.records().isEmpty();
      iterator = page.nextShardIterator();
    }
  }

  private GetRecordsResponse records(@Nullable String iterator) {
    return streams.getRecords(r -> r.shardIterator(iterator));
  }

  @Override
  public void close() {
    client.close();
    streams.close();
    engine.shutdown();
  }
}
