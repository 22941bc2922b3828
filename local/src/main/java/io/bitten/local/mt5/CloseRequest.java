package io.bitten.local.mt5;

import java.math.BigDecimal;

/**
 * A market close of a position or of a part of it.
 *
 * @param lots how much, {@link #ALL} for the whole position
 */
public record CloseRequest(long ticket, BigDecimal lots, long magic, String comment) {
  public static final BigDecimal ALL = BigDecimal.ZERO;

  public CloseRequest {
    comment = comment.substring(0, Math.min(comment.length(), OpenRequest.COMMENT_LENGTH));
  }
}
