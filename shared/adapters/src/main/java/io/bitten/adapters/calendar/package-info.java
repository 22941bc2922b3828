/** Economic calendars: the ForexFactory weekly JSON, from its site or from a file. */
package io.bitten.adapters.calendar;
