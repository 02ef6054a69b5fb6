package org.gemello.rest.internal.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.site.Site;
import org.gemello.api.site.SiteChange;
import org.gemello.api.site.SiteDocument;
import org.gemello.api.site.SiteEdit;
import org.gemello.api.site.SiteKind;
import org.gemello.rest.internal.contract.BindingDefinitionJson;
import org.gemello.rest.internal.contract.SiteChangeJson;
import org.gemello.rest.internal.contract.SiteDocumentJson;
import org.gemello.rest.internal.contract.SiteEditJson;
import org.gemello.rest.internal.contract.SiteKindJson;
import org.gemello.rest.internal.contract.TwinDefinitionJson;

/** The site's documents as the contract shows them, and as the site wants them. */
public final class SiteMapping {
    private SiteMapping() {
    }

    /** The answer to a GET of what the document describes. */
    public static Object definition(SiteDocument document) {
        return switch (document.kind()) {
            case TWIN -> twin(document);
            case CONNECTION -> document.content();
            case BINDING -> binding(document);
        };
    }

    public static TwinDefinitionJson twin(SiteDocument document) {
        Map<String, Object> content = document.content();
        TwinDefinitionJson twin = new TwinDefinitionJson().id(text(content, "id")).type(text(content, "type")).name(text(content, "name"))
                .accept(content.containsKey("accept") ? texts(content.get("accept")) : null);
        if (content.get("configuration") instanceof Map<?, ?> configuration) {
            twin.setConfiguration(keyed(configuration));
        }
        if (content.get("parts") instanceof Map<?, ?> roles) {
            Map<String, List<String>> parts = new LinkedHashMap<>();
            roles.forEach((role, twins) -> parts.put(role.toString(), texts(twins)));
            twin.setParts(parts);
        }
        return twin;
    }

    public static Map<String, Object> content(TwinDefinitionJson twin) {
        Map<String, Object> content = new LinkedHashMap<>();
        put(content, "id", twin.getId());
        put(content, "type", twin.getType());
        put(content, "name", twin.getName());
        put(content, "parts", twin.getParts());
        put(content, "configuration", twin.getConfiguration());
        put(content, "accept", twin.getAccept());
        return content;
    }

    public static BindingDefinitionJson binding(SiteDocument document) {
        Map<String, Object> content = document.content();
        List<Map<String, Object>> bindings = list(content.get("bindings")).stream().filter(Map.class::isInstance).map(Map.class::cast)
                .map(SiteMapping::keyed).toList();
        return new BindingDefinitionJson().connection(text(content, "connection")).twin(text(content, "twin")).bindings(bindings);
    }

    public static Map<String, Object> content(BindingDefinitionJson binding) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("connection", binding.getConnection());
        content.put("twin", binding.getTwin());
        content.put("bindings", binding.getBindings());
        return content;
    }

    /** @param whole with the content; a connection's is for engineers alone */
    public static SiteDocumentJson of(SiteDocument document, boolean whole) {
        return new SiteDocumentJson().kind(SiteKindJson.valueOf(document.kind().name())).name(document.name()).revision(document.revision())
                .place(document.place()).content(whole ? document.content() : null);
    }

    public static SiteChangeJson of(SiteChange change) {
        return new SiteChangeJson().documents(change.documents().stream().map(document -> of(document, true)).toList())
                .effects(change.effects());
    }

    public static SiteEdit of(SiteEditJson edit) {
        return new SiteEdit(SiteKind.valueOf(edit.getKind().name()), edit.getName(), Optional.ofNullable(edit.getContent()), edit.getExpected());
    }

    /** What the platform accepts of a twin's proposals on its own; null where that is nothing or the site is not there to tell. */
    public static List<String> accepted(Optional<Site> site, String twin) {
        return site.flatMap(there -> there.document(SiteKind.TWIN, twin)).map(document -> texts(document.content().get("accept")))
                .filter(keys -> !keys.isEmpty()).orElse(null);
    }

    private static void put(Map<String, Object> content, String key, Object value) {
        if (value != null) {
            content.put(key, value);
        }
    }

    private static String text(Map<String, Object> content, String key) {
        return content.get(key) == null ? null : content.get(key).toString();
    }

    private static List<String> texts(Object value) {
        return list(value).stream().map(Object::toString).toList();
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Map<String, Object> keyed(Map<?, ?> map) {
        Map<String, Object> keyed = new LinkedHashMap<>();
        map.forEach((key, value) -> keyed.put(key.toString(), value));
        return keyed;
    }
}
