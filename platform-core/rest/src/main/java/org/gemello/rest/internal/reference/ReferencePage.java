package org.gemello.rest.internal.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The contract as a page for people: one HTML document without a script. */
final class ReferencePage {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private final ContractNode contract;
    private final Html out = new Html();
    private final SchemaText schemas = new SchemaText(out);

    /** An operation with where it is. */
    private record Operation(String method, String path, ContractNode itself, List<ContractNode> parameters) {
        String id() {
            return itself.at("operationId").text();
        }
    }

    private ReferencePage(ContractNode contract) {
        this.contract = contract;
    }

    static String of(ContractNode contract) {
        ReferencePage page = new ReferencePage(contract);
        page.write();
        return page.out.toString();
    }

    private void write() {
        ContractNode info = contract.at("info");
        out.raw("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
                .text(info.at("title").text()).raw("</title><link rel=\"stylesheet\" href=\"docs/style.css\"></head><body><nav aria-label=\"Contents\">");
        List<ContractNode> tags = contract.at("tags").items();
        for (ContractNode tag : tags) {
            out.raw("<details><summary>").text(tag.at("name").text()).raw("</summary><ul>");
            operations(tag).forEach(operation -> out.raw("<li><a href=\"#").text(operation.id()).raw("\">").text(operation.id()).raw("</a></li>"));
            out.raw("</ul></details>");
        }
        out.raw("<p><a href=\"#schemas\">Schemas</a></p><p><a href=\"openapi.yaml\">openapi.yaml</a></p></nav><main><h1>")
                .text(info.at("title").text() + " " + info.at("version").text()).raw("</h1>").prose(info.at("description").text());
        tags.forEach(this::part);
        out.raw("<h2 id=\"schemas\">Schemas</h2>");
        contract.at("components").at("schemas").entries().forEach(this::schema);
        out.raw("</main></body></html>\n");
    }

    private List<Operation> operations(ContractNode tag) {
        List<Operation> operations = new ArrayList<>();
        contract.at("paths").entries().forEach((path, methods) -> methods.entries().forEach((method, operation) -> {
            if (METHODS.contains(method) && operation.at("tags").items().get(0).text().equals(tag.at("name").text())) {
                List<ContractNode> parameters = new ArrayList<>(methods.at("parameters").items());
                parameters.addAll(operation.at("parameters").items());
                operations.add(new Operation(method, path, operation, parameters.stream().map(ContractNode::resolved).toList()));
            }
        }));
        return operations;
    }

    private void part(ContractNode tag) {
        out.element("h2", tag.at("name").text()).prose(tag.at("description").text());
        operations(tag).forEach(this::operation);
    }

    private void operation(Operation operation) {
        out.raw("<section id=\"").text(operation.id()).raw("\"><h3><span class=\"" + operation.method() + "\">").text(operation.method().toUpperCase())
                .raw("</span> ").element("code", operation.path()).raw("</h3><p class=\"summary\">").line(operation.itself().at("summary").text()).raw("</p>")
                .prose(operation.itself().at("description").text());
        if (!operation.parameters().isEmpty()) {
            out.raw("<table><tr><th>Parameter</th><th>In</th><th>Kind</th><th>Meaning</th></tr>");
            operation.parameters().forEach(this::parameter);
            out.raw("</table>");
        }
        operation.itself().at("requestBody").resolved().at("content").entries().forEach((type, content) -> {
            out.raw("<p>Body: ").element("code", type).text(" ");
            schemas.kind(content.at("schema"));
            out.raw("</p>");
        });
        out.raw("<table><tr><th>Answer</th><th>Meaning</th><th>Body</th></tr>");
        operation.itself().at("responses").entries().forEach(this::answer);
        out.raw("</table></section>");
    }

    private void parameter(ContractNode parameter) {
        out.raw("<tr><td>").element("code", parameter.at("name").text()).raw(parameter.at("required").isTrue() ? "<b title=\"required\">*</b>" : "")
                .raw("</td><td>").text(parameter.at("in").text()).raw("</td><td>");
        schemas.kind(parameter.at("schema"));
        out.raw("</td><td>");
        schemas.meaning(parameter.at("schema"), parameter.at("description").text());
        out.raw("</td></tr>");
    }

    private void answer(String status, ContractNode given) {
        ContractNode answer = given.resolved();
        out.raw("<tr><td>").element("code", status).raw("</td><td>").line(answer.at("description").text().replace('\n', ' ')).raw("</td><td>");
        for (Map.Entry<String, ContractNode> content : answer.at("content").entries().entrySet()) {
            schemas.kind(content.getValue().at("schema"));
            out.raw(content.getKey().endsWith("json") ? " " : " <small>" + content.getKey() + "</small> ");
        }
        out.raw("</td></tr>");
    }

    private void schema(String name, ContractNode schema) {
        out.raw("<section id=\"schema-").text(name).raw("\">").element("h3", name).prose(schema.at("description").text());
        if (schema.at("properties").isThere()) {
            schemas.properties(schema);
        } else {
            out.raw("<p>");
            schemas.kind(schema);
            out.raw("</p>");
        }
        out.raw("</section>");
    }
}
