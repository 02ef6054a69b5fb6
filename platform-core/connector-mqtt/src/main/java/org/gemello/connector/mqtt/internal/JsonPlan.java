package org.gemello.connector.mqtt.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.List;
import org.gemello.api.SampleBatchBuilder;

/**
 * JSON or CBOR payloads of one topic filter, in one pass of a streaming parser whatever the number of bindings. A document
 * that is not right to its last byte is refused as a whole: what stood before the error is not to be trusted either.
 */
final class JsonPlan implements PayloadPlan {
    private final Documents documents;
    private final JsonPaths paths;
    private final JsonScanner scanner;
    private final List<BoundSlots> bindings;

    /** @param bindings whose slots are all of these paths */
    JsonPlan(Documents documents, JsonPaths paths, List<BoundSlots> bindings) {
        this.documents = documents;
        this.paths = paths;
        this.scanner = documents == Documents.JSON ? new JsonScanner(paths) : null;
        this.bindings = List.copyOf(bindings);
    }

    @Override
    public String read(byte[] payload, int length, long received, SampleBatchBuilder into) throws Refusal {
        if (scanner == null || !scanner.read(payload, length)) {
            parse(documents, paths, payload, length);
        }
        paths.cut(payload);
        if (bindings.size() == 1) {
            return bindings.get(0).emit(received, into);
        }
        Troubles troubles = new Troubles();
        for (BoundSlots binding : bindings) {
            troubles.note("", () -> binding.emit(received, into));
        }
        return troubles.text();
    }

    static void parse(Documents documents, JsonPaths paths, byte[] payload, int length) throws Refusal {
        try (JsonParser parser = documents.factory().createParser(payload, 0, length)) {
            paths.read(parser);
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null ? "" : " at " + documents.place(e.getLocation());
            throw new Refusal("not " + documents + ": " + e.getOriginalMessage() + place);
        } catch (IOException e) {
            throw new Refusal("not " + documents + ": " + e.getMessage());
        }
    }
}
