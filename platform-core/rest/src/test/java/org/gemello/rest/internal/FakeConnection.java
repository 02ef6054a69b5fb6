package org.gemello.rest.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gemello.api.PointId;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.connection.Browsable;
import org.gemello.api.connection.Connection;
import org.gemello.api.connection.ConnectionState;
import org.gemello.api.connection.ConnectionView;
import org.gemello.api.connection.Pushable;
import org.gemello.api.connection.WriteResult;
import org.gemello.api.log.LogUnavailableException;

/** Takes what is pushed, and has two nodes. */
final class FakeConnection implements Connection, Pushable, Browsable {
    final List<String> pushed = new ArrayList<>();
    boolean diskIsFull;

    /** One that can do neither. */
    record Plain() implements Connection {
        @Override
        public ConnectionView view() {
            return new ConnectionView("mast", "mqtt", "", ConnectionState.CONNECTED, "", FakePlatform.NOON, 0, 0, 0, null);
        }

        @Override
        public CompletableFuture<WriteResult> write(PointId point, double value, Instant deadline, TraceId trace) {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    public ConnectionView view() {
        return new ConnectionView("lab", "push", "", ConnectionState.CONNECTED, "", FakePlatform.NOON, 0, 0, 0, null);
    }

    @Override
    public CompletableFuture<WriteResult> write(PointId point, double value, Instant deadline, TraceId trace) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Receipt> push(List<Row> rows, boolean late, TraceId trace) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Receipt> push(byte[] text, String mediaType, boolean late, TraceId trace) {
        String said = new String(text, StandardCharsets.UTF_8);
        if (said.equals("not json")) {
            throw new IllegalArgumentException("not JSON at line 1");
        }
        if (diskIsFull) {
            return CompletableFuture.failedFuture(new LogUnavailableException("disk full"));
        }
        pushed.add(mediaType + (late ? " late " : " ") + said.length());
        return CompletableFuture.completedFuture(said.contains("unknown") ? new Receipt(0, List.of("sample 0: 'unknown' is not bound"))
                : new Receipt(1, List.of()));
    }

    @Override
    public CompletableFuture<Integer> replay(String source, byte[] payload) {
        return payload.length == 0 ? CompletableFuture.failedFuture(new IllegalArgumentException("still not JSON"))
                : CompletableFuture.completedFuture(3);
    }

    @Override
    public Page browse(String node, String continuation, int limit) {
        if (node.equals("ns=9;s=x")) {
            throw new IllegalArgumentException("there is no node 'ns=9;s=x'");
        }
        return continuation.isEmpty() ? new Page(List.of(new Node("ns=2;s=A", "A", "object", "FolderType", "", true)), "next-page")
                : new Page(List.of(new Node("ns=2;s=B", "B", "variable", "Double", "pressure", false)), "");
    }

    @Override
    public Proposal propose(String node, TwinId twin) {
        return new Proposal("connection: lab\n", List.of("B has no unit"));
    }
}
