package io.bitten.relay;

/** What happens to entries at a {@link MemoryTerminal}. */
enum Mood {
  FILLS,
  FILLS_A_PART,
  FILLS_AND_LOSES_THE_ANSWER,
  LOSES_THE_REQUEST,
  REFUSES,
  CANNOT_BE_REACHED,
  DROPS_THE_STOP,
  DROPS_THE_STOP_FOR_GOOD,
  TELLS_NO_TICKET,
  FILLS_AND_GOES_AWAY
}
