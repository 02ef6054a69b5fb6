package org.gemello.connector.mqtt.internal;

import io.netty.channel.ChannelHandlerContext;
import java.util.concurrent.TimeUnit;

/**
 * When the socket is read. Not while the platform takes no more. And while messages come in quick succession, once a millisecond
 * and no more often: each reading then brings many, where else waking up and asking the kernel costs several times what a message
 * does. A lone message is read at once. Lives in the event loop.
 */
final class Pace {
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private final ChannelHandlerContext context;
    private boolean wanted = true;
    private boolean resting;
    private long lastRead = System.nanoTime() - 2 * REST_NANOS;

    Pace(ChannelHandlerContext context) {
        this.context = context;
    }

    /** Stops or goes on: what is not read stays at the broker. */
    void reading(boolean on) {
        wanted = on;
        apply();
    }

    /** True unless we have stopped to listen. */
    boolean isReading() {
        return wanted;
    }

    /** The socket has been read empty. */
    void read() {
        long now = System.nanoTime();
        boolean quick = now - lastRead < 2 * REST_NANOS;
        lastRead = now;
        if (quick && !resting) {
            resting = true;
            apply();
            context.executor().schedule(() -> {
                resting = false;
                apply();
            }, REST_NANOS, TimeUnit.NANOSECONDS);
        }
    }

    private void apply() {
        context.channel().config().setAutoRead(wanted && !resting);
    }
}
