package org.gemello.testkit.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP network between a client and a server on this machine that can be made to fail: slow, cut, reset, half-open, narrow. Faults act
 * at once, on open connections too. Safe for use by many threads.
 */
public final class FaultProxy implements AutoCloseable {

    /** Which way the bytes go. */
    public enum Direction {
        TO_SERVER,
        TO_CLIENT
    }

    private final ServerSocket entry;
    private final InetSocketAddress server;
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private final Fault[] faults = {Fault.NONE, Fault.NONE};
    private volatile boolean refusing;

    /**
     * A proxy on a free port of the loopback address.
     *
     * @param port where the server listens, on the loopback address
     */
    public FaultProxy(int port) throws IOException {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(this::accept, "fault-proxy-" + port());
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** Where clients connect to, on the loopback address. */
    public int port() {
        return entry.getLocalPort();
    }

    /** Connections that are open now. */
    public int connections() {
        return connections.size();
    }

    /** From now on this happens to the bytes of one direction; a fault that counts them begins with the first one after those before. */
    public void set(Direction direction, Fault fault) {
        synchronized (faults) {
            faults[direction.ordinal()] = fault;
        }
    }

    Fault fault(Direction direction) {
        synchronized (faults) {
            return faults[direction.ordinal()];
        }
    }

    /** Both peers keep their connections and hear nothing more of each other. */
    public void halfOpen() {
        set(Direction.TO_SERVER, Fault.SWALLOW);
        set(Direction.TO_CLIENT, Fault.SWALLOW);
    }

    /** Resets all open connections (TCP RST); new ones are let in. */
    public void reset() {
        connections.forEach(ProxiedConnection::reset);
    }

    /** Resets all connections, and every new one until {@link #mend}. */
    public void cut() {
        refusing = true;
        reset();
    }

    /** New connections are let in and no fault acts. Connections that have swallowed bytes are reset: they could only confuse. */
    public void mend() {
        boolean swallowed = fault(Direction.TO_SERVER).swallow() || fault(Direction.TO_CLIENT).swallow();
        refusing = false;
        set(Direction.TO_SERVER, Fault.NONE);
        set(Direction.TO_CLIENT, Fault.NONE);
        if (swallowed) {
            reset();
        }
    }

    private void accept() {
        while (!entry.isClosed()) {
            Socket client;
            try {
                client = entry.accept();
            } catch (IOException closed) {
                continue; // the loop ends where the proxy was closed
            }
            connect(client);
        }
    }

    private void connect(Socket client) {
        Socket onward = new Socket();
        ProxiedConnection connection = new ProxiedConnection(this, client, onward, connections::remove);
        connections.add(connection);
        try {
            if (refusing) {
                connection.reset();
                return;
            }
            onward.connect(server, 5_000);
            connection.start();
        } catch (IOException unreachable) {
            connection.reset();
        }
        if (refusing) { // cut while this one was being connected
            connection.reset();
        }
    }

    @Override
    public void close() throws IOException {
        entry.close();
        cut();
    }
}
