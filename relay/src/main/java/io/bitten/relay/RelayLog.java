package io.bitten.relay;

/** Where the relay's process says what it does. Neither text holds a secret. */
public interface RelayLog {
  /** Something happened. */
  void say(String what, String details);

  /** Something a person should look at. */
  void alarm(String what, String details);

  /** Says nothing. */
  static RelayLog silent() {
    return new RelayLog() {
      @Override
      public void say(String what, String details) {}

      @Override
      public void alarm(String what, String details) {}
    };
  }
}
