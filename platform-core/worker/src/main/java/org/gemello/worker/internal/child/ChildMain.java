package org.gemello.worker.internal.child;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gemello.api.PointTable;
import org.gemello.worker.internal.frame.FrameChannel;
import org.gemello.worker.internal.frame.FrameWriter;
import org.gemello.worker.internal.frame.Hello;

/**
 * Program of the child: loads the pack's types and serves them over as many connections as it is told, each by a thread of its own.
 * Standard input brings a secret and then nothing; when it ends, the parent has died and so does the child, whatever the pack's code
 * is doing. What is printed goes to the parent's log.
 *
 * <p>Arguments: socket, number of connections, largest frame in bytes, files of the pack's bundles.
 */
public final class ChildMain {
    private static final int FIRST_BUNDLE = 3;
    /** The pack could not be loaded; what was printed says why. */
    private static final int NOT_LOADED = 10;
    private static final int PARENT_GONE = 11;
    private static final int BROKEN = 12;

    private ChildMain() {
    }

    public static void main(String[] arguments) throws IOException {
        byte[] token = System.in.readNBytes(Hello.TOKEN);
        endWithParent(System.in);
        UnixDomainSocketAddress socket = UnixDomainSocketAddress.of(arguments[0]);
        int lanes = Integer.parseInt(arguments[1]);
        int limit = Integer.parseInt(arguments[2]);
        HostedTypes types = load(Arrays.stream(arguments).skip(FIRST_BUNDLE).map(Path::of).toList());
        HeldObjects objects = new HeldObjects();
        PointTable points = new PointTable();
        for (int lane = 1; lane <= lanes; lane++) {
            FrameChannel channel = new FrameChannel(SocketChannel.open(socket), limit);
            channel.send(Hello.write(token, new FrameWriter(limit)));
            start("lane-" + lane, new ChildLane(channel, new FrameWriter(limit), types, objects, points));
        }
    }

    private static HostedTypes load(List<Path> bundles) {
        try {
            return HostedTypes.load(bundles);
        } catch (IOException | ReflectiveOperationException | LinkageError | RuntimeException e) {
            e.printStackTrace();
            System.err.println(e.getMessage()); // the last line is what the parent tells
            Runtime.getRuntime().halt(NOT_LOADED);
            throw new IllegalStateException(e); // not reached
        }
    }

    private static void start(String name, ChildLane lane) {
        Thread thread = new Thread(() -> {
            try {
                lane.serve();
                Runtime.getRuntime().halt(PARENT_GONE);
            } catch (IOException | RuntimeException | Error e) {
                e.printStackTrace();
                Runtime.getRuntime().halt(BROKEN);
            }
        }, name);
        thread.start();
    }

    private static void endWithParent(InputStream in) {
        Thread watch = new Thread(() -> {
            try {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                e.printStackTrace();
            }
            Runtime.getRuntime().halt(PARENT_GONE);
        }, "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }
}
