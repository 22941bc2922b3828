package io.bitten.core.account;

/** What a trader pays for, lowest first. */
public enum Tier {
  PRESS_PASS,
  NIBBLER,
  FANG,
  COMMANDER,
  APEX;

  /** Its name as people read it. */
  public String title() {
    return name().replace('_', ' ');
  }
}
