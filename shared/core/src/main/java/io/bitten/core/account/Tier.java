package io.bitten.core.account;

/** What a trader pays for, lowest first. */
public enum Tier {
  PRESS_PASS,
  NIBBLER,
  FANG,
  COMMANDER,
  APEX
}
