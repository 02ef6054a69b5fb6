package org.gemello.ctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Yes or no to something that waits for people. */
final class Decisions {
    private Decisions() {
    }

    /**
     * @param path   of what is decided about
     * @param reason may be empty
     * @return how it stands now
     */
    static JsonNode accept(Access access, String path, String reason) throws IOException, InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("decision", "accept");
        return access.post(path + "/decision", reason.isEmpty() ? body : body.put("reason", reason));
    }

    /** As {@link #accept}; a refusal needs a reason. */
    static JsonNode decline(Access access, String path, String reason) throws IOException, InterruptedException {
        return access.post(path + "/decision", JsonNodeFactory.instance.objectNode().put("decision", "decline").put("reason", reason));
    }
}
