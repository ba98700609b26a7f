package dev.atelier.adapters.postgres.driver;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

import javax.net.SocketFactory;

/// Makes the sockets to listen on; the driver finds it by its name. After each message the driver
/// looks for another one by a read that it lets wait for a millisecond, since there are streams
/// that cannot tell what they hold, and whoever listens hears of the first only then. These can
/// tell, and such a read ends at once.
public final class PromptSockets extends SocketFactory {

    private static final int A_LOOK_MILLIS = 1;

    @Override
    public Socket createSocket() {
        return new PromptSocket();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw notAskedFor();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw notAskedFor();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw notAskedFor();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw notAskedFor();
    }

    private static UnsupportedOperationException notAskedFor() {
        return new UnsupportedOperationException("the driver connects its sockets itself");
    }

    private static final class PromptSocket extends Socket {

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    if (getSoTimeout() == A_LOOK_MILLIS && available() == 0) {
                        throw new SocketTimeoutException("nothing more is there");
                    }
                    return super.read(bytes, offset, length);
                }
            };
        }
    }
}
