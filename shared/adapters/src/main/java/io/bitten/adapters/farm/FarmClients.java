package io.bitten.adapters.farm;

import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * HTTP clients that do what they are told once: nothing is repeated, redirected, decompressed,
 * upgraded or logged in, and no proxy of the machine is gone through. A call works on its caller's
 * thread.
 */
final class FarmClients {
  /** More than a relay ever has calls under way. */
  private static final int CONNECTIONS = 256;

  /** A router on the way forgets a silent connection and tells nobody; many farms leave at 5 s. */
  private static final Duration LONGEST_REST = Duration.ofSeconds(4);

  private FarmClients() {}

  /**
   * How long things may take.
   *
   * @param connect for each connection, and the wait for one that is free
   * @param answer for any one piece of an answer
   * @param rest how long a connection may have rested to be used again
   */
  record Times(Duration connect, Duration answer, Duration rest) {}

  /**
   * A client whose connections go out by the egress.
   *
   * @param connectTimeout for each connection, and the wait for one that is free
   * @param longestWait for any one piece of an answer
   */
  static CloseableHttpClient by(Egress egress, Duration connectTimeout, Duration longestWait) {
    return by(
        egress,
        new Times(connectTimeout, longestWait, LONGEST_REST),
        DefaultClientTlsStrategy.createDefault());
  }

  /** The same that waits and trusts as told. */
  static CloseableHttpClient by(Egress egress, Times times, TlsSocketStrategy tls) {
    return HttpClients.custom()
        .setConnectionManager(connections(new EgressDialer(egress, times.connect()), times, tls))
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(times.connect()))
                .setResponseTimeout(Timeout.of(times.answer()))
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build())
        .addExecInterceptorBefore(
            ChainElement.MAIN_TRANSPORT.name(),
            "before the first byte",
            FarmExchange::beforeTheFirstByte)
        .setUserAgent("bitten-relay")
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableConnectionState()
        .build();
  }

  private static PoolingHttpClientConnectionManager connections(
      EgressDialer dialer, Times times, TlsSocketStrategy tls) {
    return new Connections(dialer)
        .setTlsSocketStrategy(tls)
        .setMaxConnTotal(CONNECTIONS)
        .setMaxConnPerRoute(CONNECTIONS)
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                .setIdleTimeout(Timeout.of(times.rest()))
                .build())
        .setConnectionFactory(socket -> new FarmConnection())
        .build();
  }

  private static final class Connections extends PoolingHttpClientConnectionManagerBuilder {
    private final EgressDialer dialer;

    private Connections(EgressDialer dialer) {
      this.dialer = dialer;
    }

    @Override
    protected HttpClientConnectionOperator createConnectionOperator(
        SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
      return new FarmConnector(dialer, dialer.longest(), tls);
    }
  }
}
