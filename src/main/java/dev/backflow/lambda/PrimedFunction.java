package dev.backflow.lambda;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * A function that SnapStart takes a snapshot of: before that it does its work once on a sample, so
 * that what a first invocation would load and compile is in the snapshot. Nothing outside is
 * touched: a snapshot is taken when a version is published, not when something happened.
 */
abstract class PrimedFunction implements Resource {
  private final Runnable priming;

  PrimedFunction(Runnable priming) {
    this.priming = priming;
    // The context holds it weakly; the runtime holds the function as long as there is anything.
    Core.getGlobalContext().register(this);
  }

  /** A failure here keeps the version from being published, which is as it should be. */
  @Override
  public final void beforeCheckpoint(Context<? extends Resource> context) {
    priming.run();
  }

  /** Nothing that a snapshot holds needs renewing: no connection, no credentials, no seed. */
  @Override
  public final void afterRestore(Context<? extends Resource> context) {}
}
