package org.gemello.gpack.internal.lint;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gemello.api.pack.PackRefusedException;

/** A view is a drawing and nothing else: no script, no handler, nothing that is fetched from elsewhere. */
final class SvgRules {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Set<String> FORBIDDEN = Set.of("script", "foreignobject", "iframe", "object", "embed", "audio", "video", "canvas",
            "handler", "listener", "link", "meta", "base");
    private static final Set<String> ANIMATIONS = Set.of("set", "animate", "animatetransform", "animatemotion");
    private static final Pattern URL = Pattern.compile("url\\(\\s*['\"]?([^)'\"]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern IMAGE = Pattern.compile("data:image/(png|jpeg|webp);base64,[A-Za-z0-9+/=\\s]*");
    private static final int MOST_ELEMENTS = 50_000;
    private static final int DEEPEST = 100;
    private final String file;
    private final Findings findings;

    private SvgRules(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    static void check(String file, byte[] bytes, Findings findings) throws PackRefusedException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true); // a style sheet comes as one text
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            new SvgRules(file, findings).read(reader);
            reader.close();
        } catch (XMLStreamException e) {
            throw new PackRefusedException("is not well-formed XML: " + e.getMessage(), e);
        }
    }

    private void read(XMLStreamReader reader) throws XMLStreamException, PackRefusedException {
        int elements = 0;
        int depth = 0;
        boolean style = false;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > MOST_ELEMENTS || ++depth > DEEPEST) {
                        throw new PackRefusedException("has more than " + MOST_ELEMENTS + " elements or " + DEEPEST
                                + " levels; make it simpler");
                    } else if (elements == 1 && !(reader.getLocalName().equals("svg") && SVG.equals(reader.getNamespaceURI()))) {
                        throw new PackRefusedException("is no drawing; its root must be <svg xmlns=\"" + SVG + "\">");
                    }
                    style = reader.getLocalName().equalsIgnoreCase("style");
                    element(reader);
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (style) {
                        css("the style sheet", reader.getText(), reader);
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        problem(reader, "has a DOCTYPE or entities; remove them");
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> problem(reader, "has a processing instruction; remove it");
                default -> {
                    // comments and white space do nothing
                }
            }
        }
    }

    private void element(XMLStreamReader reader) {
        String name = reader.getLocalName().toLowerCase(Locale.ROOT);
        if (FORBIDDEN.contains(name)) {
            problem(reader, "has the element <" + reader.getLocalName() + ">; a view is a drawing without script or foreign content");
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String attribute = reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            String value = reader.getAttributeValue(i);
            if (attribute.startsWith("on")) {
                problem(reader, "has the handler '" + attribute + "'; remove it");
            } else if (attribute.equals("href") || attribute.equals("src")) {
                reference("'" + attribute + "'", value, reader);
            } else if (ANIMATIONS.contains(name) && attribute.equals("attributename")
                    && value.toLowerCase(Locale.ROOT).matches("(.*:)?(href|on.*)")) {
                problem(reader, "animates '" + value + "'; remove it");
            } else {
                css("'" + attribute + "'", value, reader);
            }
        }
    }

    private void css(String where, String text, XMLStreamReader reader) {
        if (text.toLowerCase(Locale.ROOT).contains("@import") || text.indexOf('\\') >= 0) {
            problem(reader, where + " has @import or an escape; write plain CSS into the file");
        }
        for (Matcher url = URL.matcher(text); url.find();) {
            reference(where, url.group(1), reader);
        }
    }

    private void reference(String where, String value, XMLStreamReader reader) {
        String target = value.strip();
        if (!target.startsWith("#") && !target.isEmpty() && !IMAGE.matcher(target).matches()) {
            problem(reader, where + " refers to '" + target + "'; only '#id' within the file, or a picture as data:image, is taken");
        }
    }

    private void problem(XMLStreamReader reader, String text) {
        findings.error(file + ":" + reader.getLocation().getLineNumber(), text);
    }
}
