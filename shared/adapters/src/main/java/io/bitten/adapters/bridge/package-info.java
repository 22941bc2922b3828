/**
 * The file bridge to one MT5 terminal, in two profiles.
 *
 * <p>Journaled, for our own EA: a file a request, each carried out once, its result kept until it
 * was read. {@code mt5/PROTOCOL.md} has the formats.
 *
 * <p>Classic, for EAs that are deployed already: one slot, seven fields, results matched by id
 * alone. Instruction: {@code ID,SYMBOL,TYPE,LOT,PRICE,TP,SL} with TP before SL, written under a
 * temporary name and renamed. The EA takes the file away when it has read it. TYPE is BUY or SELL.
 * Where the setting {@code closes} says that the EA understands it, TYPE CLOSE closes the position
 * whose ticket stands in PRICE; other EAs can open and cannot close.
 *
 * <p>{@code positions} in the status file is read when it is a list of the farm's position objects;
 * a mere count is no answer.
 */
package io.bitten.adapters.bridge;
