package io.bitten.core.halt;

import java.time.Instant;

/**
 * One page of traders who are to be told a change of the whole system's halt. A page queues the
 * next one, so that a page that is broken off is all that is done again.
 *
 * @param halt as it was stored; a newer one has pages of its own
 * @param askedBy what the person did
 * @param askedAt positions that were open then are closed, when the halt closes any
 * @param told accounts told by the pages before
 * @param after where the page begins; empty for the first
 */
public record HaltPage(Halt halt, String askedBy, Instant askedAt, int told, String after) {}
