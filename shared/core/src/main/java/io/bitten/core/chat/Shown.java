package io.bitten.core.chat;

import io.bitten.core.account.ChatId;
import java.time.Instant;

/** A message that shows a subject to a chat, and the version of the subject it shows. */
public record Shown(ChatId chat, Subject subject, long messageId, long version, Instant at) {}
