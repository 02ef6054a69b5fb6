package org.gemello.rest.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.pack.Packs;
import org.gemello.api.pack.ViewFile;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The views of packs, each with the twin type that its file names: a file is read for that once, as its content never changes. */
@Component(service = ViewCatalog.class)
public final class ViewCatalog {
    private static final Logger LOG = LoggerFactory.getLogger(ViewCatalog.class);
    private static final int MOST_KNOWN = 1_000;
    private final Map<String, String> typeOfHash = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    /**
     * A view with what it is for.
     *
     * @param twin twin type, empty for a drawing and for a view that cannot be read
     */
    record Entry(ViewFile file, String twin) {
    }

    List<Entry> list(Packs packs) {
        return packs.views().stream().map(file -> new Entry(file, twin(packs, file))).toList();
    }

    /** Content of the file with this hash and name, empty where no pack that serves has it. */
    Optional<byte[]> content(Packs packs, String hash, String name) throws IOException {
        for (ViewFile file : packs.views()) {
            if (file.sha256().equals(hash) && file.name().equals(name)) {
                return packs.file(file.pack(), file.file());
            }
        }
        return Optional.empty();
    }

    private synchronized String twin(Packs packs, ViewFile file) {
        return file.file().endsWith(".json") ? typeOfHash.computeIfAbsent(file.sha256(), hash -> read(packs, file)) : "";
    }

    private static String read(Packs packs, ViewFile file) {
        try {
            JsonNode view = Json.mapper().readTree(packs.file(file.pack(), file.file()).orElse(new byte[0]));
            return view.path("twin").asText();
        } catch (JsonProcessingException e) {
            LOG.warn("View {} of pack {} is not JSON: {}", file.file(), file.pack(), e.getOriginalMessage());
        } catch (IOException e) {
            LOG.error("View {} of pack {} cannot be read", file.file(), file.pack(), e);
        }
        return "";
    }
}
