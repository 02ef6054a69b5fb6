package org.gemello.worker.internal.parent;

import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.gemello.worker.internal.frame.FrameChannel;
import org.gemello.worker.internal.frame.Hello;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a child and waits until all its lanes are connected. Parent and child meet at a socket in a folder that only this user may
 * enter, and that is gone when they have met.
 */
final class ChildStart {
    private static final Logger LOG = LoggerFactory.getLogger(ChildStart.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private final ChildCommand command;
    private final Path folder;
    private final ScheduledExecutorService clock;
    private final Consumer<String> printed;

    /**
     * Starts none yet.
     *
     * @param folder  where the child gets its own folder
     * @param printed gets each line that the child prints and that goes to the log
     */
    ChildStart(ChildCommand command, Path folder, ScheduledExecutorService clock, Consumer<String> printed) {
        this.command = command;
        this.folder = folder;
        this.clock = clock;
        this.printed = printed;
    }

    /** @throws IOException where the child does not come up; the message says why */
    ChildProcess start() throws IOException {
        Path own = Files.createTempDirectory(Files.createDirectories(folder), command.pack().id() + '-').toAbsolutePath();
        Path socket = MeetingPlace.find();
        try (ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            door.bind(UnixDomainSocketAddress.of(socket));
            Process process = command.process(socket, own).start();
            process.onExit().thenRun(() -> FolderTree.delete(own));
            ChildProcess child = new ChildProcess(command, process, printed);
            try {
                meet(child, door);
            } catch (RuntimeException e) { // the clock has been stopped meanwhile
                child.kill("it was closed");
                throw e;
            }
            return child;
        } finally {
            FolderTree.delete(socket.getParent());
        }
    }

    private void meet(ChildProcess child, ServerSocketChannel door) throws IOException {
        byte[] token = new byte[Hello.TOKEN];
        RANDOM.nextBytes(token);
        long patience = command.limits().start().toMillis();
        ScheduledFuture<?> alarm = clock.schedule(() -> giveUp(child, door, "it did not start within " + patience + " ms"), patience,
                TimeUnit.MILLISECONDS);
        child.process().onExit().thenRun(() -> close(door));
        try {
            OutputStream in = child.process().getOutputStream(); // stays open: its end tells the child that this process is gone
            in.write(token);
            in.flush();
            for (int lane = 0; lane < command.limits().lanes(); lane++) {
                FrameChannel channel = new FrameChannel(door.accept(), command.limits().frameBytes());
                child.add(new Lane(channel, command.limits().frameBytes()));
                Hello.check(channel.receive(), token);
            }
        } catch (IOException e) {
            if (child.process().isAlive()) {
                child.kill(e.getMessage() == null ? e.toString() : e.getMessage());
            }
            throw new IOException(child.epitaph(), e);
        } finally {
            alarm.cancel(false);
        }
    }

    private static void giveUp(ChildProcess child, ServerSocketChannel door, String why) {
        child.kill(why);
        close(door);
    }

    private static void close(ServerSocketChannel door) {
        try {
            door.close();
        } catch (IOException e) {
            LOG.debug("closing the door of a worker: {}", e.toString());
        }
    }
}
