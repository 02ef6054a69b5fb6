package org.gemello.connector.mqtt.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;

/** Documents that carry many records in an array, as devices send that gather before they speak. Each has its own time. */
final class RecordsPlan implements PayloadPlan {
    private final Documents documents;
    private final PointTable points;
    private final JsonPaths document;
    private final JsonPaths record;
    private final List<BoundSlots> bindings;
    private Troubles troubles;
    private SampleBatchBuilder gathered;
    private long received;

    /**
     * @param array    leads to the array
     * @param record   paths within a record
     * @param bindings whose slots are all of these paths
     */
    RecordsPlan(Documents documents, PointTable points, Pointer array, JsonPaths record, List<BoundSlots> bindings) {
        this.documents = documents;
        this.points = points;
        this.record = record;
        this.bindings = List.copyOf(bindings);
        document = new JsonPaths(documents);
        document.put(array, new ArraySlot(array.text(), documents));
    }

    @Override
    public String read(byte[] payload, int length, long receivedTime, SampleBatchBuilder into) throws Refusal {
        troubles = null;
        received = receivedTime;
        gathered = SampleBatch.builder(points, 64); // not yet into the batch: the document may be broken further on
        JsonPlan.parse(documents, document, payload, length);
        if (troubles == null) {
            throw new Refusal(document.slots().get(0).where() + " is not an array of records");
        }
        SampleBatch batch = gathered.build();
        for (int row = 0; row < batch.size(); row++) {
            into.copy(batch, row);
        }
        return troubles.text();
    }

    private final class ArraySlot extends JsonSlot {
        ArraySlot(String pointer, Documents documents) {
            super(pointer, documents);
        }

        @Override
        void take(JsonParser parser, JsonToken token) throws IOException {
            super.take(parser, token);
            if (token != JsonToken.START_ARRAY) {
                return;
            }
            troubles = new Troubles();
            int index = 0;
            for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                record.read(parser, next);
                String place = "record " + index++;
                for (BoundSlots binding : bindings) {
                    troubles.note(place, () -> binding.emit(received, gathered));
                }
            }
        }
    }
}
