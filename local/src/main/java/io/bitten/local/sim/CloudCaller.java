package io.bitten.local.sim;

import io.bitten.core.account.AccountId;

/** A function in the cloud: it may be killed between any two calls, and is started anew. */
final class CloudCaller implements Caller {
  private static final int MOST_CALL_MS = 15;

  private final Timeline time;
  private final Faults faults;

  CloudCaller(Timeline time, Faults faults) {
    this.time = time;
    this.faults = faults;
  }

  @Override
  public String name() {
    return "cloud";
  }

  @Override
  public long earlierOfTwoLooks(AccountId account) {
    return -1;
  }

  @Override
  public void before(String call) {
    dieMaybe();
    time.pass(faults.between(1, MOST_CALL_MS));
    if (faults.seldom(Fault.STORE_FAILS)) {
      throw new StoreTrouble(call + ": throttled");
    }
  }

  @Override
  public void after(String call) {
    dieMaybe();
    if (faults.seldom(Fault.STORE_UNSURE)) {
      throw new StoreTrouble(call + ": no answer");
    }
  }

  private void dieMaybe() {
    if (faults.seldom(Fault.CLOUD_DIES)) {
      throw new Crash();
    }
  }
}
