package io.bitten.local.telegram;

import java.util.Optional;

/** Where the chats are kept between two runs. */
public interface Archive {
  /** Keeps nothing. */
  Archive NONE =
      new Archive() {
        @Override
        public Optional<String> load() {
          return Optional.empty();
        }

        @Override
        public void save(String json) {}
      };

  /** What was saved last; empty when nothing was. */
  Optional<String> load();

  /** Replaces what was saved, whole or not at all. */
  void save(String json);
}
