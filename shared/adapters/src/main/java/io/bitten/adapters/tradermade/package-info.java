/** TraderMade's REST service as a {@link io.bitten.core.market.Market}. */
package io.bitten.adapters.tradermade;
