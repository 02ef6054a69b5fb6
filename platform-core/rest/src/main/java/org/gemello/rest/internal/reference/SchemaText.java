package org.gemello.rest.internal.reference;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what a schema allows, with links to the schemas that have a name. */
final class SchemaText {
    private static final Map<String, String> LIMITS = Map.of("minimum", "at least ", "maximum", "at most ", "minLength", "at least ",
            "maxLength", "at most ", "minItems", "at least ", "maxItems", "at most ", "pattern", "form ", "default", "default ");
    private static final Map<String, String> UNITS = Map.of("minLength", " characters", "maxLength", " characters", "minItems", " items",
            "maxItems", " items");
    private final Html out;

    SchemaText(Html out) {
        this.out = out;
    }

    /** The kind of value, in a line. */
    void kind(ContractNode schema) {
        if (!schema.reference().isEmpty()) {
            out.raw("<a href=\"#schema-").text(schema.reference()).raw("\">").text(schema.reference()).raw("</a>");
        } else if (schema.at("items").isThere()) {
            out.text("list of ");
            kind(schema.at("items"));
        } else if (schema.at("enum").isThere()) {
            out.raw(schema.at("enum").items().stream().map(each -> new Html().element("code", each.text()).toString())
                    .collect(Collectors.joining(" ")));
        } else if (!choice(schema).isEmpty()) {
            joined(choice(schema));
        } else if (schema.at("additionalProperties").entries().size() > 0) {
            out.text("names to ");
            kind(schema.at("additionalProperties"));
        } else {
            String format = schema.at("format").text();
            out.text(schema.at("type").isThere() ? schema.at("type").text() : "any value").text(format.isEmpty() ? "" : " (" + format + ")");
        }
    }

    private static List<ContractNode> choice(ContractNode schema) {
        return schema.at("oneOf").isThere() ? schema.at("oneOf").items()
                : schema.at("anyOf").isThere() ? schema.at("anyOf").items() : schema.at("allOf").items();
    }

    private void joined(List<ContractNode> schemas) {
        for (int i = 0; i < schemas.size(); i++) {
            out.text(i == 0 ? "" : " or ");
            kind(schemas.get(i));
        }
    }

    /** What is beyond the kind: limits, and what it means. */
    void meaning(ContractNode schema, String description) {
        out.line(description.replace('\n', ' ').strip());
        LIMITS.keySet().stream().sorted().filter(limit -> schema.at(limit).isThere()).forEach(limit -> out.raw(" <small>")
                .text(LIMITS.get(limit)).element("code", schema.at(limit).text()).text(UNITS.getOrDefault(limit, "")).raw("</small>"));
    }

    /** The properties of an object. */
    void properties(ContractNode schema) {
        List<String> required = schema.at("required").items().stream().map(ContractNode::text).toList();
        out.raw("<table><tr><th>Property</th><th>Kind</th><th>Meaning</th></tr>");
        schema.at("properties").entries().forEach((name, property) -> {
            out.raw("<tr><td>").element("code", name).raw(required.contains(name) ? "<b title=\"required\">*</b>" : "").raw("</td><td>");
            kind(property);
            out.raw("</td><td>");
            meaning(property, property.at("description").text());
            out.raw("</td></tr>");
        });
        out.raw("</table>");
    }
}
