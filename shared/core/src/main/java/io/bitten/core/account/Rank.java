package io.bitten.core.account;

/** What a trader's experience amounts to, lowest first. */
public enum Rank {
  RECRUIT(0),
  PRIVATE(100),
  CORPORAL(500),
  SERGEANT(1_000),
  LIEUTENANT(2_500),
  CAPTAIN(5_000),
  MAJOR(10_000),
  COLONEL(25_000),
  GENERAL(50_000),
  COMMANDER(100_000);

  private final int fromXp;

  Rank(int fromXp) {
    this.fromXp = fromXp;
  }

  /** The highest rank that these experience points reach. */
  public static Rank of(int xp) {
    Rank reached = RECRUIT;
    for (Rank rank : values()) {
      if (xp >= rank.fromXp) {
        reached = rank;
      }
    }
    return reached;
  }
}
