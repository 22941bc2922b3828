package io.bitten.adapters.farm;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * A kept connection that knows at once whether the farm has left it, or said more on it than it was
 * asked. The library's own waits a millisecond to find out; an order on one that was left would be
 * in doubt, though nothing was sent. And what came with an answer and was no part of it the library
 * would read as the next call's.
 */
final class FarmConnection extends DefaultBHttpClientConnection
    implements ManagedHttpClientConnection {
  /** A line and a head that never end are refused: the library would keep all of it. */
  private static final Http1Config BOUNDS =
      Http1Config.custom().setMaxLineLength(8_192).setMaxHeaderCount(100).build();

  private final AtomicBoolean left = new AtomicBoolean();
  private final Answers answers;
  private Timeout timeout = Timeout.DISABLED;

  FarmConnection() {
    this(new Answers());
  }

  private FarmConnection(Answers answers) {
    super(BOUNDS, null, null, null, null, null, answers);
    this.answers = answers;
  }

  @Override
  public void bind(SSLSocket tls, Socket socket) throws IOException {
    bind(new SocketHolder(tls, socket));
  }

  /** Who left it while it was still dialled could close no socket: it is closed here. */
  @Override
  protected void bind(SocketHolder holder) throws IOException {
    super.bind(holder);
    if (left.get()) {
      super.close(CloseMode.IMMEDIATE);
      throw new InterruptedIOException("the connection was left while it was made");
    }
  }

  @Override
  public void close(CloseMode mode) {
    left.set(true);
    super.close(mode);
  }

  @Override
  public void close() throws IOException {
    left.set(true);
    super.close();
  }

  @Override
  public Socket getSocket() {
    SocketHolder holder = getSocketHolder();
    return holder == null ? null : holder.getSocket();
  }

  /** What comes without being asked for is no answer of ours either. */
  @Override
  public boolean isStale() throws IOException {
    SocketHolder holder = getSocketHolder();
    if (holder == null || answers.unread.getAsInt() > 0) {
      return true;
    }
    SocketChannel channel = holder.getBaseSocket().getChannel();
    if (channel == null) {
      // The library's own look reads what has come, and is content with it.
      return super.isStale() || answers.unread.getAsInt() > 0;
    }
    try {
      channel.configureBlocking(false);
      boolean quiet = channel.read(ByteBuffer.allocate(1)) == 0;
      channel.configureBlocking(true);
      return !quiet;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void setSocketTimeout(Timeout wanted) {
    timeout = wanted;
    super.setSocketTimeout(wanted);
  }

  @Override
  public void passivate() {
    super.setSocketTimeout(Timeout.DISABLED);
  }

  @Override
  public void activate() {
    super.setSocketTimeout(timeout);
  }

  /** Reads as the library does, and knows what was read from the socket and is in no answer. */
  private static final class Answers extends DefaultHttpResponseParserFactory {
    private volatile IntSupplier unread = () -> 0;

    Answers() {
      // A parser takes no bounds from its connection.
      super(BOUNDS);
    }

    @Override
    public HttpMessageParser<ClassicHttpResponse> create() {
      HttpMessageParser<ClassicHttpResponse> parser = super.create();
      return (buffer, in) -> {
        unread = buffer::length;
        return parser.parse(buffer, in);
      };
    }
  }
}
