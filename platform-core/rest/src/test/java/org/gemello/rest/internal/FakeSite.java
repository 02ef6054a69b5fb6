package org.gemello.rest.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gemello.api.Quality;
import org.gemello.api.TwinId;
import org.gemello.api.connection.ConnectionProbes;
import org.gemello.api.site.Site;
import org.gemello.api.site.SiteChange;
import org.gemello.api.site.SiteDocument;
import org.gemello.api.site.SiteEdit;
import org.gemello.api.site.SiteKind;
import org.gemello.api.site.SiteRefusedException;
import org.gemello.api.twin.TwinStatus;
import org.gemello.api.twin.TwinView;

/** A site in memory, with a turbine, a connection and what it feeds; a twin of an unknown industry would make it wrong. */
final class FakeSite implements Site, ConnectionProbes {
    private final Map<String, SiteDocument> documents = new TreeMap<>();
    private final List<TwinView> twins;
    private int writes;

    FakeSite(List<TwinView> twins) {
        this.twins = twins;
        put(SiteKind.TWIN, "wt-01", Map.of("id", "wt-01", "type", "energy/wind-turbine", "accept", List.of("wake-steering"),
                "configuration", Map.of("vibrationRate", 2560)));
        put(SiteKind.CONNECTION, "plant", Map.of("connection", "plant", "kind", "opcua", "endpoint", "opc.tcp://127.0.0.1:4840"));
        put(SiteKind.BINDING, "plant/wt-01", Map.of("connection", "plant", "twin", "wt-01",
                "bindings", List.of(Map.of("points", List.of(Map.of("point", "WTUR.W", "node", "s=W", "unit", "kW"))))));
    }

    private SiteDocument put(SiteKind kind, String name, Map<String, Object> content) {
        SiteDocument document = new SiteDocument(kind, name, new LinkedHashMap<>(new TreeMap<>(content)), "r" + ++writes, kind + ".yaml:1");
        documents.put(key(kind, name), document);
        return document;
    }

    private static String key(SiteKind kind, String name) {
        return kind.ordinal() + name;
    }

    @Override
    public List<SiteDocument> documents() {
        return List.copyOf(documents.values());
    }

    @Override
    public Optional<SiteDocument> document(SiteKind kind, String name) {
        return Optional.ofNullable(documents.get(key(kind, name)));
    }

    @Override
    public SiteChange change(List<SiteEdit> edits, boolean dryRun) throws SiteRefusedException {
        for (SiteEdit edit : edits) {
            String revision = document(edit.kind(), edit.name()).map(SiteDocument::revision).orElse(SiteEdit.ABSENT);
            if (!edit.expected().equals(SiteEdit.ANY) && !edit.expected().equals(revision)) {
                throw new SiteRefusedException(List.of(edit.name() + " has changed in between"), true);
            }
            Object type = edit.content().map(content -> content.get("type")).orElse("");
            if (edit.kind() == SiteKind.TWIN && type instanceof String text && text.startsWith("unknown/")) {
                throw new SiteRefusedException(List.of("twins/" + edit.name() + ".yaml:3:7: type '" + text + "' is not installed; install its pack",
                        "without a place"), false);
            } else if (edit.content().map(content -> content.get("configuration")).orElse("") instanceof Map<?, ?> given && given.containsKey("powr")) {
                throw new SiteRefusedException(List.of("configuration.powr: twin " + edit.name() + ": it is not known"), false);
            }
        }
        List<SiteDocument> written = new ArrayList<>();
        List<String> effects = edits.stream().map(edit -> edit.kind() + " " + edit.name() + (edit.content().isPresent() ? " comes" : " goes")).toList();
        for (SiteEdit edit : dryRun ? List.<SiteEdit>of() : edits) {
            edit.content().ifPresentOrElse(content -> written.add(put(edit.kind(), edit.name(), content)),
                    () -> documents.remove(key(edit.kind(), edit.name())));
            follow(edit);
        }
        return new SiteChange(written, effects);
    }

    private void follow(SiteEdit edit) {
        if (edit.kind() == SiteKind.TWIN) {
            twins.removeIf(twin -> twin.id().value().equals(edit.name()));
            edit.content().ifPresent(content -> twins.add(new TwinView(new TwinId(edit.name()), String.valueOf(content.get("name")),
                    String.valueOf(content.get("type")), TwinStatus.RUNNING, "", -1, Map.of(), List.of(), FakePlatform.MODEL)));
            twins.sort(Comparator.comparing(TwinView::id, Comparator.comparing(TwinId::value)));
        }
    }

    @Override
    public SiteChange reload() {
        return new SiteChange(List.of(), List.of("connection plant is restarted"));
    }

    @Override
    public Probe probe(Map<String, Object> connection, List<Map<String, Object>> bindings, Duration patience) {
        if (!connection.containsKey("endpoint")) {
            throw new IllegalArgumentException("connection:1:1: 'endpoint' is missing; write where the server is");
        }
        return new Probe(true, "Plant, Basic256Sha256, waited " + patience.toSeconds() + " s", List.of(
                new Reading("wt-01/WTUR.W", "s=W", 1523.4, "kW", Quality.GOOD, FakePlatform.NOON, ""),
                new Reading("wt-01/WTUR.X", "s=X", null, "kW", null, null, "there is no such node")));
    }
}
