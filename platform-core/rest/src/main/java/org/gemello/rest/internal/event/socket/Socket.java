package org.gemello.rest.internal.event.socket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One WebSocket: takes short texts, one at a time; sends texts from any thread, each of which waits until the client has room for it. */
final class Socket implements FrameHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Socket.class);
    static final int LONGEST_MESSAGE = 16 << 10;
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final int MOST_WAITING = 64;
    private final Listener listener;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private volatile CoreSession session;
    private volatile long heard = System.nanoTime();

    /** Who has the socket. */
    interface Listener {

        /** A text has come. */
        void take(Socket socket, String text) throws IOException;

        /** The connection is gone. */
        void gone();
    }

    Socket(Listener listener) {
        this.listener = listener;
    }

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
        opened.setIdleTimeout(QUIET);
        opened.setMaxTextMessageSize(LONGEST_MESSAGE);
        opened.setMaxFrameSize(LONGEST_MESSAGE);
        opened.setAutoFragment(false);
        opened.setMaxOutgoingFrames(MOST_WAITING);
        session = opened;
        callback.succeeded();
        opened.demand();
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        heard = System.nanoTime();
        switch (frame.getOpCode()) {
            case OpCode.TEXT, OpCode.CONTINUATION -> part(frame);
            case OpCode.PING -> session.sendFrame(new Frame(OpCode.PONG, true, BufferUtil.copy(frame.getPayload())), Callback.NOOP, false);
            case OpCode.BINARY -> close(CloseStatus.BAD_DATA, "send texts");
            default -> LOG.trace("{}", frame);
        }
        callback.succeeded();
        session.demand();
    }

    private void part(Frame frame) {
        ByteBuffer payload = frame.getPayload();
        if (message.size() + (payload == null ? 0 : payload.remaining()) > LONGEST_MESSAGE) {
            close(CloseStatus.MESSAGE_TOO_LARGE, "a message may have " + LONGEST_MESSAGE + " bytes");
            return;
        }
        message.writeBytes(payload == null ? new byte[0] : BufferUtil.toArray(payload));
        if (frame.isFin()) {
            ByteBuffer whole = ByteBuffer.wrap(message.toByteArray());
            message.reset();
            try {
                listener.take(this, StandardCharsets.UTF_8.newDecoder().decode(whole).toString());
            } catch (CharacterCodingException e) {
                close(CloseStatus.BAD_PAYLOAD, "a text must be UTF-8");
            } catch (IOException e) {
                LOG.debug("A client of the event socket is gone: {}", e.toString());
            }
        }
    }

    /** Waits until the client has taken it, or enough of what came before. */
    void send(String text) throws IOException {
        Callback.Completable sent = new Callback.Completable();
        session.sendFrame(new Frame(OpCode.TEXT, text), sent, false);
        try {
            sent.get(QUIET.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            session.abort();
            throw new IOException("the client takes nothing", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** Asks the client for a sign of life; one that has given none for long is gone. */
    void ping() {
        if (System.nanoTime() - heard > QUIET.toNanos()) {
            session.abort();
        } else {
            session.sendFrame(new Frame(OpCode.PING), Callback.NOOP, false);
        }
    }

    void close(int code, String reason) {
        session.close(code, reason, Callback.NOOP);
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        LOG.debug("An event socket ended: {}", cause.toString());
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        listener.gone();
        callback.succeeded();
    }
}
