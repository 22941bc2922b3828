package io.bitten.relay;

/**
 * The relay's way to the cloud's commands.
 *
 * @param orders entries
 * @param exits closes, halts and restarts: a stuck entry never blocks an exit
 * @param door reads the commands of both
 */
public record RelayCloud(CommandSource orders, CommandSource exits, CommandDoor door) {}
