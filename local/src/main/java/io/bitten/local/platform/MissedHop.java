package io.bitten.local.platform;

/** A station of the walk that was not reached. */
public final class MissedHop extends RuntimeException {
  private final String hop;

  MissedHop(String hop, String why) {
    super(hop + " did not happen: " + why);
    this.hop = hop;
  }

  public String hop() {
    return hop;
  }
}
