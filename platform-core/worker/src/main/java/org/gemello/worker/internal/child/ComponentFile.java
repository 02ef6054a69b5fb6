package org.gemello.worker.internal.child;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gemello.spi.TwinType;

/** Reads a component description (OSGi Compendium, Declarative Services, 112.4) as far as a worker can follow it. */
final class ComponentFile {
    private String implementation;
    private boolean twinType;
    private String obstacle;

    private ComponentFile() {
    }

    /**
     * The class that provides a twin type; empty where the component is something else.
     *
     * @throws IllegalStateException where it is a twin type that needs more than a worker gives
     */
    static Optional<String> twinType(InputStream in) throws IOException {
        ComponentFile file = new ComponentFile();
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    file.element(xml);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("a component description is not XML", e);
        }
        if (!file.twinType) {
            return Optional.empty();
        }
        if (file.obstacle != null) {
            throw new IllegalStateException(file.implementation + " cannot live in a worker: it " + file.obstacle
                    + "; give the twin type a constructor without arguments and what it needs in the twin's configuration");
        }
        return Optional.of(file.implementation);
    }

    private void element(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "component" -> {
                if (xml.getAttributeValue(null, "activate") != null) {
                    obstacle = "has an activation method";
                }
                if ("require".equals(xml.getAttributeValue(null, "configuration-policy"))) {
                    obstacle = "requires a configuration of its own";
                }
            }
            case "implementation" -> implementation = xml.getAttributeValue(null, "class");
            case "provide" -> twinType |= TwinType.class.getName().equals(xml.getAttributeValue(null, "interface"));
            case "reference" -> obstacle = "refers to the service " + xml.getAttributeValue(null, "interface");
            default -> { }
        }
    }
}
