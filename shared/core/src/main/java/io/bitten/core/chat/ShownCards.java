package io.bitten.core.chat;

import io.bitten.core.account.ChatId;
import java.util.Optional;

/** Which message shows what, to whom. */
public interface ShownCards {
  Optional<Shown> find(ChatId chat, Subject subject);

  /** Keeps the newer version. */
  void keep(Shown shown);
}
