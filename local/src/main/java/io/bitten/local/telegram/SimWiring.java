package io.bitten.local.telegram;

import java.time.InstantSource;

/**
 * What a simulated Telegram is built on.
 *
 * @param time dates, limits and expiry
 * @param timers retries and saving
 * @param post how updates travel to the bot
 * @param archive where chats are kept between two runs
 */
public record SimWiring(
    BotAccount bot,
    InstantSource time,
    Timers timers,
    WebhookPost post,
    Archive archive,
    LimitRules limits) {}
