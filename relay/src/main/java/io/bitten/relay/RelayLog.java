package io.bitten.relay;

/** Where the relay's process says what it does. Neither text holds a secret. */
public interface RelayLog {
  /** Something happened. */
  void say(String what, String details);

  /** Something a person should look at. */
  void alarm(String what, String details);
}
