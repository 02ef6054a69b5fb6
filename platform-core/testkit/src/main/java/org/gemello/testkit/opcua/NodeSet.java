package org.gemello.testkit.opcua;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A file of the form UANodeSet (OPC UA Part 6, Annex F), as companion specifications are published. A file is a stranger's: document
 * types and external entities are refused.
 *
 * @param namespaces namespaces of the file; index 1 of the file is the first
 * @param aliases    names that the file has for nodes
 * @param nodes      elements {@code UAObject}, {@code UAVariable} ... in the order of the file
 */
record NodeSet(List<String> namespaces, Map<String, String> aliases, List<Element> nodes) {

    /** @throws IOException where it is no such file */
    static NodeSet read(InputStream xml) throws IOException {
        Element root;
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            root = factory.newDocumentBuilder().parse(xml).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("not a nodeset: " + e.getMessage(), e);
        }
        List<String> namespaces = children(root, "NamespaceUris").flatMap(list -> children(list, "Uri")).map(NodeSet::text).toList();
        Map<String, String> aliases = new HashMap<>();
        children(root, "Aliases").flatMap(list -> children(list, "Alias"))
                .forEach(alias -> aliases.put(alias.getAttribute("Alias"), text(alias)));
        List<Element> nodes = new ArrayList<>();
        children(root).filter(element -> element.getLocalName().startsWith("UA")).forEach(nodes::add);
        return new NodeSet(namespaces, aliases, nodes);
    }

    static Stream<Element> children(Element parent) {
        NodeList all = parent.getChildNodes();
        return IntStream.range(0, all.getLength()).mapToObj(all::item).filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast);
    }

    static Stream<Element> children(Element parent, String name) {
        return children(parent).filter(child -> child.getLocalName().equals(name));
    }

    /** Text of the first child of that name, empty where there is none. */
    static String text(Element parent, String name) {
        return children(parent, name).findFirst().map(NodeSet::text).orElse("");
    }

    static String text(Element element) {
        return element.getTextContent().strip();
    }
}
