/**
 * Reading from other people's HTTP sources: bounded in time and bytes, and silent about secrets.
 */
package io.bitten.adapters.http;
