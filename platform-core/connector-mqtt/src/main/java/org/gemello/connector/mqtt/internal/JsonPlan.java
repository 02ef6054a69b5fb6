package org.gemello.connector.mqtt.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.List;
import org.gemello.api.SampleBatchBuilder;

/**
 * JSON payloads of one topic filter, in one pass of a streaming parser whatever the number of bindings. A document that is
 * not JSON to its last byte is refused as a whole: what stood before the error is not to be trusted either.
 */
final class JsonPlan implements PayloadPlan {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64).maxNumberLength(100).maxNameLength(1_000).maxStringLength(1 << 16).build())
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CHARSET_DETECTION) // JSON that travels is UTF-8 (RFC 8259, 8.1)
            .build();
    private final JsonPaths paths;
    private final List<JsonBinding> bindings;

    /** @param bindings whose slots are all of these paths */
    JsonPlan(JsonPaths paths, List<JsonBinding> bindings) {
        this.paths = paths;
        this.bindings = List.copyOf(bindings);
    }

    @Override
    public String read(byte[] payload, int length, long received, SampleBatchBuilder into) throws Refusal {
        try (JsonParser parser = JSON.createParser(payload, 0, length)) {
            paths.read(parser);
        } catch (JsonProcessingException e) {
            throw new Refusal("not JSON: " + e.getOriginalMessage() + place(e));
        } catch (IOException e) {
            throw new Refusal("not JSON: " + e.getMessage());
        }
        if (bindings.size() == 1) {
            return bindings.get(0).emit(received, into);
        }
        return emitAll(received, into);
    }

    private String emitAll(long received, SampleBatchBuilder into) throws Refusal {
        StringBuilder troubles = new StringBuilder();
        int refused = 0;
        for (JsonBinding binding : bindings) {
            String trouble;
            try {
                trouble = binding.emit(received, into);
            } catch (Refusal refusal) {
                refused++;
                trouble = refusal.getMessage();
            }
            if (!trouble.isEmpty()) {
                troubles.append(troubles.isEmpty() ? "" : "; ").append(trouble);
            }
        }
        if (refused == bindings.size()) {
            throw new Refusal(troubles.toString());
        }
        return troubles.toString();
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
    }
}
