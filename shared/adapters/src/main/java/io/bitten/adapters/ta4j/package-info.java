/** Technical indicators by ta4j; its types do not leave this package. */
package io.bitten.adapters.ta4j;
