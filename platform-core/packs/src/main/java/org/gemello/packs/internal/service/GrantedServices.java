package org.gemello.packs.internal.service;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.gemello.api.pack.PackGrant;
import org.gemello.packs.internal.guard.Refusals;
import org.gemello.spi.pack.PackFolder;
import org.gemello.spi.pack.PackServices;

/** The services of one version, as far as its grant goes. */
public final class GrantedServices implements PackServices, AutoCloseable {
    private final PackGrant grant;
    private final Refusals refusals;
    private final Path folder;
    private final long quota;
    private final GrantedThreads threads;

    /**
     * Services within a grant.
     *
     * @param pack   id, which names its threads
     * @param folder the pack's own folder, made when it is asked for
     * @param quota  bytes that the files in it may have together
     */
    public GrantedServices(String pack, PackGrant grant, Refusals refusals, Path folder, long quota) {
        this.grant = grant;
        this.refusals = refusals;
        this.folder = folder;
        this.quota = quota;
        this.threads = new GrantedThreads(pack, grant.threads());
    }

    @Override
    public PackFolder folder() throws IOException {
        if (!grant.files()) {
            throw refuse("files", "folder", "files: true");
        }
        return new OwnFolder(folder, quota);
    }

    @Override
    public Socket connect(String host, int port, Duration patience) throws IOException {
        String address = host + ':' + port;
        if (!grant.network().contains(address)) {
            throw refuse("network", address, "network: [\"" + address + "\"]");
        }
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(Math.max(1, patience.toMillis())));
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public void start(String name, Runnable work) {
        if (!threads.start(name, work)) {
            throw refuse("threads", name, "threads: " + (grant.threads() + 1));
        }
    }

    private SecurityException refuse(String permission, String object, String remedy) {
        refusals.refused(permission, "services", object);
        return new SecurityException("the pack has not been granted " + permission + " for " + object + "; it must ask for '" + remedy
                + "' in the permissions of its manifest, and an administrator must grant it");
    }

    @Override
    public void close() {
        threads.close();
    }
}
