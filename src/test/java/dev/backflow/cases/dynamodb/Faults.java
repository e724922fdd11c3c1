package dev.backflow.cases.dynamodb;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Stands between a store and the engine and answers as AWS would under contention, which the
 * embedded engine never does: each queued fault is thrown once, before or after the engine has done
 * the work. Everything else goes to the real engine.
 */
public final class Faults {
  private final DynamoDbClient engine;
  private final Deque<Supplier<RuntimeException>> before = new ArrayDeque<>();
  private final Deque<Supplier<RuntimeException>> after = new ArrayDeque<>();
  private final List<TransactWriteItemsRequest> transactions = new ArrayList<>();
  private int callsLeft = Integer.MAX_VALUE;

  public Faults(DynamoDbClient engine) {
    this.engine = engine;
  }

  /** Returns a client that meets the faults. */
  public DynamoDbClient client() {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            Faults.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, args) -> call(proxy, method, args));
  }

  Faults beforeTransaction(Supplier<RuntimeException> fault) {
    before.add(fault);
    return this;
  }

  Faults afterTransaction(Supplier<RuntimeException> fault) {
    after.add(fault);
    return this;
  }

  /** Lets so many calls through; the next one finds the process killed. */
  public Faults killedAfter(int calls) {
    callsLeft = calls;
    return this;
  }

  List<TransactWriteItemsRequest> transactions() {
    return transactions;
  }

  /** The process is gone: no code of ours may catch it. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  static RuntimeException conflict() {
    return cancelled(CancellationReason.builder().code("TransactionConflict").build());
  }

  static RuntimeException cancelled(CancellationReason... reasons) {
    return TransactionCanceledException.builder()
        .message("Transaction cancelled, please refer cancellation reasons")
        .cancellationReasons(reasons)
        .build();
  }

  private Object call(Object proxy, Method method, Object[] args) throws Throwable {
    if (method.isDefault() && args != null && args[0] instanceof java.util.function.Consumer) {
      return java.lang.reflect.InvocationHandler.invokeDefault(proxy, method, args);
    }
    if (callsLeft-- == 0) {
      throw new Killed();
    }
    boolean transaction = args != null && args[0] instanceof TransactWriteItemsRequest;
    if (transaction) {
      transactions.add((TransactWriteItemsRequest) args[0]);
      throwNext(before);
    }
    Object answer = real(method, args);
    if (transaction) {
      throwNext(after);
    }
    return answer;
  }

  private Object real(Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(engine, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static void throwNext(Deque<Supplier<RuntimeException>> faults) {
    Supplier<RuntimeException> fault = faults.poll();
    if (fault != null) {
      throw fault.get();
    }
  }
}
