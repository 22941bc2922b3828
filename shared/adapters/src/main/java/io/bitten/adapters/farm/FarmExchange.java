package io.bitten.adapters.farm;

import io.bitten.core.relay.Permit;
import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * One call on its way. The client asks it when the connection stands and before the first byte: who
 * was not asked, or said no, has sent nothing.
 */
final class FarmExchange {
  private static final String NAME = "bitten.exchange";

  private final Permit permit;
  private volatile Fate fate = Fate.NO_CONNECTION;

  private enum Fate {
    NO_CONNECTION,
    WITHHELD,
    BEGUN
  }

  FarmExchange(Permit permit) {
    this.permit = permit;
  }

  HttpClientContext context() {
    HttpClientContext context = HttpClientContext.create();
    context.setAttribute(NAME, this);
    return context;
  }

  private static FarmExchange of(HttpContext context) {
    return HttpClientContext.cast(context).getAttribute(NAME, FarmExchange.class);
  }

  /**
   * Before a connection is made. The transport makes another by itself when its own is gone at the
   * last moment: what spoke for the call was not asked about that one.
   */
  static void beforeConnecting(HttpContext context) throws IOException {
    if (of(context).fate == Fate.BEGUN) {
      throw new IOException("the connection was left before the first byte");
    }
  }

  /** The last step before the transport. */
  static ClassicHttpResponse beforeTheFirstByte(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    FarmExchange exchange = of(scope.clientContext);
    if (exchange.fate == Fate.BEGUN) {
      throw new IOException("a call is sent once");
    }
    if (!exchange.permit.holds()) {
      exchange.fate = Fate.WITHHELD;
      throw new IOException("withheld");
    }
    exchange.fate = Fate.BEGUN;
    return chain.proceed(request, scope);
  }

  /** What came of a call that ended without an answer. */
  FarmReply without(String why) {
    return switch (fate) {
      case NO_CONNECTION -> new FarmReply.NotSent(why);
      case WITHHELD ->
          new FarmReply.NotSent("what spoke for it ended before the first byte of it left");
      case BEGUN -> new FarmReply.Lost(why);
    };
  }
}
