package org.gemello.testkit.net;

import java.io.IOException;
import java.net.Socket;
import java.util.function.Consumer;
import org.gemello.testkit.net.FaultProxy.Direction;

/** One client, one server, and a {@link Pump} for each direction between them. */
final class ProxiedConnection {
    private final Socket client;
    private final Socket server;
    private final Consumer<ProxiedConnection> ended;
    private final Pump toServer;
    private final Pump toClient;

    ProxiedConnection(FaultProxy proxy, Socket client, Socket server, Consumer<ProxiedConnection> ended) {
        this.client = client;
        this.server = server;
        this.ended = ended;
        toServer = new Pump(client, server, () -> proxy.fault(Direction.TO_SERVER), this);
        toClient = new Pump(server, client, () -> proxy.fault(Direction.TO_CLIENT), this);
    }

    void start() throws IOException {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        toServer.start();
        toClient.start();
    }

    /** Ends both sides with a TCP reset. */
    void reset() {
        end(true);
    }

    /** Ends both sides in an orderly way. */
    void close() {
        end(false);
    }

    private void end(boolean abruptly) {
        ended.accept(this);
        for (Socket socket : new Socket[] {client, server}) {
            try (socket) {
                if (abruptly && !socket.isClosed()) {
                    socket.setSoLinger(true, 0);
                }
            } catch (IOException e) {
                continue; // it has ended already, which is what was wanted
            }
        }
        toServer.end();
        toClient.end();
    }
}
