/** How MT5 terminals name and show things, whichever way they are reached. */
package io.bitten.adapters.terminal;
