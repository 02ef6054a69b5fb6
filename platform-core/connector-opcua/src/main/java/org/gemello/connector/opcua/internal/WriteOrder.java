package org.gemello.connector.opcua.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.UaServiceFaultException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.gemello.api.TraceId;
import org.gemello.api.connection.WriteResult;
import org.gemello.api.connection.WriteResult.Outcome;

/**
 * One write of one value: waits for the connection, writes, and reads back until the node has the value or the time is up.
 * Up to the moment of sending a failure means NOT_SENT or REJECTED; after it, everything but a clear no is UNKNOWN.
 */
final class WriteOrder {
    private static final long READ_AGAIN_MILLIS = 50;

    private final Link link;
    private final Receiver receiver;
    private final Item item;
    private final double value;
    private final Instant deadline;
    private final TraceId trace;

    WriteOrder(Link link, Receiver receiver, Item item, double value, Instant deadline, TraceId trace) {
        this.link = link;
        this.receiver = receiver;
        this.item = item;
        this.value = value;
        this.deadline = deadline;
        this.trace = trace;
    }

    /** Blocks until it is done; never much longer than the deadline. */
    WriteResult run() throws InterruptedException {
        if (!item.writing.tryLock(Math.max(0, millisLeft()), TimeUnit.MILLISECONDS)) {
            return new WriteResult(Outcome.NOT_SENT, "another write to the same point was under way until the deadline");
        }
        try {
            return prepare();
        } finally {
            item.writing.unlock();
        }
    }

    private WriteResult prepare() throws InterruptedException {
        OpcUaClient client;
        NodeId node;
        Variant raw;
        Supplier<CompletableFuture<StatusCode>> act;
        try {
            client = await(link.connected());
            node = item.source.node(client.getNamespaceTable()).orElseThrow(
                    () -> new IllegalArgumentException("the server does not know the node's namespace"));
            raw = RawValue.of(item.scale.invert(value), dataType(client, node));
            act = act(client, node, raw);
        } catch (IllegalArgumentException e) {
            return new WriteResult(Outcome.REJECTED, e.getMessage());
        } catch (ExecutionException e) {
            return new WriteResult(e.getCause() instanceof IllegalArgumentException ? Outcome.REJECTED : Outcome.NOT_SENT, Statuses.reason(e));
        } catch (CancellationException e) {
            return new WriteResult(Outcome.NOT_SENT, Statuses.reason(e));
        } catch (TimeoutException e) {
            return new WriteResult(Outcome.NOT_SENT, "no connection before the deadline" + because(link.status().reason()));
        }
        if (millisLeft() <= 0) {
            return new WriteResult(Outcome.NOT_SENT, "the deadline passed before it could be sent");
        }
        return send(client, node, raw, act);
    }

    /** What is to be sent, completely prepared: the write, or the call of the point's method. */
    private Supplier<CompletableFuture<StatusCode>> act(OpcUaClient client, NodeId node, Variant raw)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (item.method() != null) {
            MethodCall call = new MethodCall(client, item.method());
            CallMethodRequest request = await(call.prepare(item.scale.invert(value)));
            return () -> call.send(request).thenApply(done -> StatusCode.GOOD);
        }
        if (!item.path.isWhole()) {
            throw new IllegalArgumentException("a part of an array or structure is not written; name a method that does it");
        }
        return () -> client.writeValuesAsync(List.of(node), List.of(DataValue.valueOnly(raw))).thenApply(statuses -> statuses.get(0));
    }

    private WriteResult send(OpcUaClient client, NodeId node, Variant raw, Supplier<CompletableFuture<StatusCode>> act)
            throws InterruptedException {
        try {
            StatusCode status = await(act.get());
            if (status.isBad()) {
                return new WriteResult(Outcome.REJECTED, Statuses.symbol(status.value()));
            }
            return readBack(client, node, raw.value());
        } catch (ExecutionException e) {
            // a service fault is the server's own answer to the whole request: nothing was written
            boolean refused = UaException.extract(e)
                    .filter(no -> no instanceof UaServiceFaultException || no instanceof MethodCall.Refused).isPresent();
            return new WriteResult(refused ? Outcome.REJECTED : Outcome.UNKNOWN, Statuses.reason(e));
        } catch (TimeoutException e) {
            return new WriteResult(Outcome.UNKNOWN, "it was sent, and the server did not answer before the deadline");
        }
    }

    private WriteResult readBack(OpcUaClient client, NodeId node, Object written) throws InterruptedException {
        DataValue seen = null;
        String reason = "";
        try {
            while (true) {
                seen = await(client.readValuesAsync(0, TimestampsToReturn.Both, List.of(node))).get(0);
                if (seen.statusCode().isGood() && RawValue.same(written, receiver.reader().pick(item, seen.value().value()))) {
                    receiver.readBack(item, seen, trace);
                    return new WriteResult(Outcome.CONFIRMED, "");
                }
                Thread.sleep(Math.max(1, Math.min(READ_AGAIN_MILLIS, millisLeft())));
            }
        } catch (ExecutionException e) {
            reason = Statuses.reason(e);
        } catch (TimeoutException e) {
            reason = "the deadline passed";
        }
        if (seen == null) {
            return new WriteResult(Outcome.UNKNOWN, "it was taken by the server, and could not be read back: " + reason);
        }
        receiver.readBack(item, seen, trace);
        return new WriteResult(Outcome.UNKNOWN, "it was taken by the server, and the node still shows " + seen.value().value() + " ("
                + Statuses.symbol(seen.statusCode().value()) + ") instead of " + written + because(reason));
    }

    /** The node's declared type; where that is abstract or derived, the type of its present value. Read once. */
    private OpcUaDataType dataType(OpcUaClient client, NodeId node) throws InterruptedException, ExecutionException, TimeoutException {
        if (item.dataType() == null) {
            List<DataValue> answers = List.of(await(client.readAsync(0, TimestampsToReturn.Neither,
                    List.of(attribute(node, AttributeId.DataType), attribute(node, AttributeId.Value)))).getResults());
            OpcUaDataType declared = answers.get(0).value().value() instanceof NodeId type ? OpcUaDataType.fromNodeId(type) : null;
            Object value = receiver.reader().pick(item, answers.get(1).value().value());
            OpcUaDataType present = value == null ? null : OpcUaDataType.fromBackingClass(value.getClass());
            OpcUaDataType type = RawValue.isWritable(declared) ? declared : present;
            if (!RawValue.isWritable(type)) {
                throw new IllegalArgumentException("a number cannot be written to this node: its type is " + type + " ("
                        + Statuses.symbol(answers.get(0).statusCode().value()) + ")");
            }
            item.dataType(type);
        }
        return item.dataType();
    }

    private static ReadValueId attribute(NodeId node, AttributeId attribute) {
        return new ReadValueId(node, attribute.uid(), null, QualifiedName.NULL_VALUE);
    }

    private <T> T await(Future<T> answer) throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(Math.max(0, millisLeft()), TimeUnit.MILLISECONDS);
    }

    private long millisLeft() {
        return Duration.between(Instant.now(), deadline).toMillis();
    }

    private static String because(String reason) {
        return reason.isEmpty() ? "" : ": " + reason;
    }
}
