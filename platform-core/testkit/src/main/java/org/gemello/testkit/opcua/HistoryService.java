package org.gemello.testkit.opcua;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryData;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadDetails;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadResult;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRawModifiedDetails;

/** Answers HistoryRead for raw values, page by page. */
final class HistoryService {
    private final Map<String, OpcUaVariable> variables;
    private final Map<String, Integer> continued = new ConcurrentHashMap<>();
    private final AtomicLong points = new AtomicLong();
    private final AtomicInteger pageSize;

    /** @param pageSize most values in one answer for one node */
    HistoryService(Map<String, OpcUaVariable> variables, AtomicInteger pageSize) {
        this.variables = variables;
        this.pageSize = pageSize;
    }

    List<HistoryReadResult> read(EncodingContext encoding, HistoryReadDetails details, List<HistoryReadValueId> nodes) {
        return nodes.stream().map(node -> details instanceof ReadRawModifiedDetails raw && !raw.getIsReadModified()
                ? read(encoding, raw, node) : failed(StatusCodes.Bad_HistoryOperationUnsupported)).toList();
    }

    private HistoryReadResult read(EncodingContext encoding, ReadRawModifiedDetails details, HistoryReadValueId node) {
        OpcUaVariable variable = variables.get(node.getNodeId().getIdentifier().toString());
        if (variable == null || variable.history() == null || variable.history().refuses()) {
            return failed(variable == null ? StatusCodes.Bad_NodeIdUnknown : StatusCodes.Bad_HistoryOperationUnsupported);
        }
        int skip = 0;
        ByteString point = node.getContinuationPoint();
        if (point != null && !point.isNullOrEmpty()) {
            Integer known = continued.remove(new String(point.bytesOrEmpty()));
            if (known == null) {
                return failed(StatusCodes.Bad_ContinuationPointInvalid);
            }
            skip = known;
        }
        int asked = details.getNumValuesPerNode().intValue();
        int limit = asked == 0 ? pageSize.get() : Math.min(asked, pageSize.get());
        VariableHistory.Page page = variable.history().read(details.getStartTime(), details.getEndTime(), skip, limit);
        ByteString next = ByteString.NULL_VALUE;
        if (page.more()) {
            String name = "p" + points.incrementAndGet();
            continued.put(name, skip + limit);
            next = ByteString.of(name.getBytes());
        }
        long status = page.values().isEmpty() ? StatusCodes.Good_NoData : 0;
        return new HistoryReadResult(new StatusCode(status), next,
                ExtensionObject.encode(encoding, new HistoryData(page.values().toArray(DataValue[]::new))));
    }

    private static HistoryReadResult failed(long status) {
        return new HistoryReadResult(new StatusCode(status), ByteString.NULL_VALUE, null);
    }
}
