package org.gemello.connector.opcua.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryData;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadDetails;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadResult;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRawModifiedDetails;
import org.gemello.connector.opcua.internal.pki.ExplainedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads raw values of some nodes from the server's history, page by page (OPC UA Part 11, 6.5.3), and hands each page on. Continuation
 * points that are not used up are given back. For one thread.
 */
final class HistoryReader {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryReader.class);
    /** Bounds the size of an answer. */
    private static final int VALUES_PER_CALL = 20_000;
    private static final int VALUES_PER_NODE = 1_000;
    private static final long TICK = 100;

    private final OpcUaClient client;
    private final Page page;

    /** Takes the values of one page, each node's in the order of time, and returns once they are stored. */
    @FunctionalInterface
    interface Page {
        void take(Map<Fill, List<DataValue>> values) throws InterruptedException, ExecutionException;
    }

    /** What the history says of a node in the end: a status, and whether a value at or after the time wanted was seen. */
    record Answer(long status, long last) {
        boolean isBad() {
            return (status & 0x80000000L) != 0 && status != StatusCodes.Bad_NoData;
        }
    }

    private static final class Reading {
        final NodeId node;
        final List<Fill> fills;
        /** What was missing as the reading began: several values may have the time at which a page ends. */
        final List<Stretch> missing;
        ByteString point = ByteString.NULL_VALUE;
        long status;
        long last = Item.NEVER;
        boolean done;

        Reading(NodeId node, List<Fill> fills) {
            this.node = node;
            this.fills = fills;
            this.missing = fills.stream().map(Fill::rest).toList();
        }
    }

    HistoryReader(OpcUaClient client, Page page) {
        this.client = client;
        this.page = page;
    }

    /** Reads what is missing of all these, which should be of about the same time: one request covers them all. */
    Map<Fill, Answer> read(List<Fill> fills) throws UaException, InterruptedException, ExecutionException {
        List<Reading> readings = readings(fills);
        long from = fills.stream().mapToLong(fill -> fill.rest().from()).min().orElseThrow();
        long to = fills.stream().mapToLong(fill -> Math.max(fill.rest().to(), fill.rest().shown())).max().orElseThrow();
        int values = Math.max(1, Math.min(VALUES_PER_NODE, VALUES_PER_CALL / Math.max(1, readings.size())));
        HistoryReadDetails details = new ReadRawModifiedDetails(false, Values.dateTime(from), Values.dateTime(to + 2 * TICK),
                Unsigned.uint(values), false);
        try {
            List<Reading> open = readings.stream().filter(reading -> !reading.done).toList();
            while (!open.isEmpty()) {
                page.take(call(details, open));
                open = open.stream().filter(reading -> !reading.done).toList();
            }
        } finally {
            release(details, readings.stream().filter(reading -> !reading.done && reading.point.isNotNull()).toList());
        }
        Map<Fill, Answer> answers = new LinkedHashMap<>();
        readings.forEach(reading -> reading.fills.forEach(fill -> answers.put(fill, new Answer(reading.status, reading.last))));
        return answers;
    }

    private List<Reading> readings(List<Fill> fills) {
        NamespaceTable namespaces = client.getNamespaceTable();
        Map<Source, List<Fill>> bySource = new LinkedHashMap<>();
        fills.forEach(fill -> bySource.computeIfAbsent(fill.whole().item().source, source -> new ArrayList<>()).add(fill));
        List<Reading> readings = new ArrayList<>();
        bySource.forEach((source, wanted) -> {
            Optional<NodeId> node = source.node(namespaces);
            Reading reading = new Reading(node.orElse(NodeId.NULL_VALUE), wanted);
            if (node.isEmpty()) {
                reading.status = StatusCodes.Bad_NodeIdUnknown;
                reading.done = true;
            }
            readings.add(reading);
        });
        return readings;
    }

    private Map<Fill, List<DataValue>> call(HistoryReadDetails details, List<Reading> open) throws UaException {
        HistoryReadResult[] results = client.historyRead(details, TimestampsToReturn.Both, false, ids(open)).getResults();
        if (results == null || results.length != open.size()) {
            throw new ExplainedException(StatusCodes.Bad_UnknownResponse, "the history answered for another number of nodes");
        }
        Map<Fill, List<DataValue>> found = new LinkedHashMap<>();
        for (int i = 0; i < results.length; i++) {
            take(open.get(i), results[i], found);
        }
        return found;
    }

    private static List<HistoryReadValueId> ids(List<Reading> readings) {
        return readings.stream().map(reading -> new HistoryReadValueId(reading.node, null, QualifiedName.NULL_VALUE, reading.point)).toList();
    }

    private void take(Reading reading, HistoryReadResult result, Map<Fill, List<DataValue>> found) {
        reading.status = result.getStatusCode().value();
        ByteString point = result.getContinuationPoint();
        reading.point = point == null ? ByteString.NULL_VALUE : point;
        reading.done = result.getStatusCode().isBad() || reading.point.isNullOrEmpty();
        boolean hasData = result.getHistoryData() != null && !result.getHistoryData().isNull() && !result.getStatusCode().isBad();
        if (!hasData || !(result.getHistoryData().decode(client.getStaticEncodingContext()) instanceof HistoryData data)
                || data.getDataValues() == null) {
            return;
        }
        for (DataValue value : data.getDataValues()) {
            long time = Values.time(value, Item.NEVER);
            reading.last = Math.max(reading.last, time);
            for (int i = 0; i < reading.fills.size(); i++) {
                Stretch missing = reading.missing.get(i);
                if (time > missing.from() && time < missing.to()) {
                    found.computeIfAbsent(reading.fills.get(i), fill -> new ArrayList<>()).add(value);
                }
            }
        }
    }

    private void release(HistoryReadDetails details, List<Reading> open) {
        if (open.isEmpty()) {
            return;
        }
        client.historyReadAsync(details, TimestampsToReturn.Neither, true, ids(open)).whenComplete((response, failure) -> {
            if (failure != null) {
                LOG.debug("continuation points were not released, the server will forget them: {}", Statuses.reason(failure));
            }
        });
    }
}
