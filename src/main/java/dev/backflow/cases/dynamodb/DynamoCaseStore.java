package dev.backflow.cases.dynamodb;

import dev.backflow.cases.Case;
import dev.backflow.cases.CaseFold;
import dev.backflow.cases.CaseStore;
import dev.backflow.cases.Sighting;
import dev.backflow.export.PermanentException;
import dev.backflow.export.TransientException;
import dev.backflow.triage.Scope;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The case store on DynamoDB. Every call's visible effect is one transaction per batch of sightings
 * that fits one (100 actions): it is applied as a whole or not at all, and applying it again
 * changes nothing.
 *
 * <p>A transaction that is cancelled says which rows were there already: those sightings were seen
 * before and are left out of the next try. Contention is tried again, at most 12 times.
 */
public final class DynamoCaseStore implements CaseStore {
  private static final int SIGHTINGS_AT_MOST = 90;
  private static final int TRIES_AT_MOST = 12;
  private static final int SCOPE_HOSTS_AT_MOST = 100;

  private final DynamoDbClient client;
  private final String table;
  private final CaseFold fold;
  private final Backoff backoff;
  private final Rows rows = new Rows();

  /**
   * Creates a store.
   *
   * @param client a client of the table's account and region
   * @param table the table's name
   * @param fold how sightings change a case
   * @param random for the waits between tries; not one whose state a snapshot would freeze
   */
  public DynamoCaseStore(
      DynamoDbClient client, String table, CaseFold fold, RandomGenerator random) {
    this(client, table, fold, new Backoff(random, wait -> Thread.sleep(wait.toMillis())));
  }

  DynamoCaseStore(DynamoDbClient client, String table, CaseFold fold, Backoff backoff) {
    this.client = client;
    this.table = table;
    this.fold = fold;
    this.backoff = backoff;
  }

  @Override
  public Recorded record(List<Sighting> sightings) {
    Map<String, Sighting> distinct = new LinkedHashMap<>();
    sightings.forEach(s -> distinct.putIfAbsent(s.id(), s));
    List<Sighting> all = List.copyOf(distinct.values());
    int added = 0;
    for (int from = 0; from < all.size(); from += SIGHTINGS_AT_MOST) {
      added += commit(all.subList(from, Math.min(all.size(), from + SIGHTINGS_AT_MOST)));
    }
    return new Recorded(added, sightings.size() - added);
  }

  @Override
  public Set<String> hosts(String tenant, Scope scope) {
    try {
      return new TreeSet<>(
          client
              .query(
                  q ->
                      q.tableName(table)
                          .consistentRead(true)
                          .limit(SCOPE_HOSTS_AT_MOST)
                          .keyConditionExpression("PK = :pk")
                          .expressionAttributeValues(
                              Map.of(":pk", Keys.text(Keys.scopePartition(tenant, scope)))))
              .items()
              .stream()
              .map(row -> Rows.string(row, "hostId"))
              .toList());
    } catch (SdkException e) {
      throw failure("query", e);
    }
  }

  /** Writes a batch, tries again as long as that can help, and returns how many were new. */
  private int commit(List<Sighting> batch) {
    List<Sighting> left = batch;
    Set<String> present = new HashSet<>();
    for (int attempt = 0; attempt < TRIES_AT_MOST && !left.isEmpty(); attempt++) {
      Case before = read(left.get(0));
      CaseTransaction transaction =
          new CaseTransaction(table, rows, before, fold.apply(before, left), left, present);
      if (transaction.size() > CaseTransaction.ACTIONS_AT_MOST) {
        return commitHalves(left);
      }
      List<CancellationReason> reasons = send(transaction);
      if (reasons == null) {
        return left.size();
      }
      List<Sighting> absent = transaction.absent(reasons);
      boolean learned = present.addAll(transaction.present(reasons));
      learned |= absent.size() < left.size();
      left = absent;
      if (!learned) {
        backoff.pause(attempt);
      }
    }
    if (left.isEmpty()) {
      return 0;
    }
    throw new TransientException(
        "table "
            + table
            + ": case "
            + left.get(0).key().caseId()
            + " is contended, "
            + TRIES_AT_MOST
            + " tries failed; deliver again",
        null);
  }

  private int commitHalves(List<Sighting> batch) {
    if (batch.size() == 1) {
      throw new PermanentException(
          "sighting "
              + batch.get(0).id()
              + " needs more than "
              + CaseTransaction.ACTIONS_AT_MOST
              + " actions in one transaction",
          null);
    }
    int half = batch.size() / 2;
    return commit(batch.subList(0, half)) + commit(batch.subList(half, batch.size()));
  }

  /** Returns null when the try was applied, else why it was not. */
  private @Nullable List<CancellationReason> send(CaseTransaction transaction) {
    try {
      client.transactWriteItems(transaction.request());
      return null;
    } catch (TransactionCanceledException e) {
      refuseInvalid(e);
      return e.cancellationReasons();
    } catch (IdempotentParameterMismatchException e) {
      // The same sightings were applied to the same version a moment ago: read again and see.
      return List.of();
    } catch (SdkException e) {
      throw failure("transaction", e);
    }
  }

  /** A row that can never be written is no contention: trying again would hide it. */
  private void refuseInvalid(TransactionCanceledException e) {
    for (CancellationReason reason : e.cancellationReasons()) {
      if ("ValidationError".equals(reason.code())
          || "ItemCollectionSizeLimitExceeded".equals(reason.code())) {
        throw new PermanentException("table " + table + " refuses a row: " + reason.message(), e);
      }
    }
  }

  private @Nullable Case read(Sighting sighting) {
    try {
      Map<String, AttributeValue> row =
          client
              .getItem(
                  g ->
                      g.tableName(table)
                          .consistentRead(true)
                          .key(Keys.caseRow(sighting.key().tenant(), sighting.key().caseId())))
              .item();
      return row.isEmpty() ? null : rows.toCase(row);
    } catch (SdkException e) {
      throw failure("read", e);
    }
  }

  private RuntimeException failure(String what, SdkException e) {
    if (e instanceof DynamoDbException d
        && d.awsErrorDetails() != null
        && "ValidationException".equals(d.awsErrorDetails().errorCode())) {
      return new PermanentException(
          "table " + table + " refuses a " + what + ": " + e.getMessage(), e);
    }
    return new TransientException("table " + table + ": " + what + " failed: " + e.getMessage(), e);
  }
}
