/**
 * What all functions share: settings, wiring, the shapes of HTTP and queue events, logging and
 * metrics. Each Lambda is a package of its own below; they do not know each other.
 */
package io.bitten.functions;
