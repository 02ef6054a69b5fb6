package org.gemello.connector.mqtt.internal;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Asks the broker for a sign of life twice in a keep-alive, and says where there is none. Lives in the event loop. */
final class KeepAlive {
    private final ChannelHandlerContext context;
    private final Pace pace;
    private final Runnable silent;
    private Future<?> asking;
    private boolean heard = true;
    private boolean asked;

    /** @param silent run where the broker does not answer */
    KeepAlive(ChannelHandlerContext context, Pace pace, Runnable silent) {
        this.context = context;
        this.pace = pace;
        this.silent = silent;
    }

    /** @param millis 0 for never */
    void start(long millis) {
        if (millis > 0) {
            asking = context.executor().scheduleWithFixedDelay(this::ask, millis / 2, millis / 2, TimeUnit.MILLISECONDS);
        }
    }

    /** Silence counts only while we listen. */
    private void ask() {
        if (asked && !heard && pace.isReading()) {
            silent.run();
            return;
        }
        heard = false;
        asked = true;
        context.writeAndFlush(Packets.ping());
    }

    /** Something came. */
    void heard() {
        heard = true;
    }

    /** The broker has answered what was asked. */
    void answered() {
        asked = false;
    }

    void stop() {
        if (asking != null) {
            asking.cancel(false);
        }
    }
}
