/**
 * A simulated Telegram: the Bot API, webhook delivery and a chat page, on this machine only.
 *
 * <p>Nothing here is Telegram's and nothing leaves this machine. It keeps the rules a bot meets in
 * the real one (limits, error texts, ordering, retries, expiry), as documented by the Bot API and
 * by the open-source server tdlib/telegram-bot-api.
 */
package io.bitten.local.telegram;
