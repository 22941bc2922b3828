package io.bitten.local.house;

/** One place that does not keep a rule. */
record Finding(Rule rule, String path, long line, String what) {
  @Override
  public String toString() {
    return path + ":" + line + " " + what;
  }
}
