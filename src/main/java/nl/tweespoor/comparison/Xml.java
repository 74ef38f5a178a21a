package nl.tweespoor.comparison;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Models as the file has them: their own model API knows only the attributes that it expects. */
final class Xml {

    private static final int DEEPEST = 200;

    private Xml() {
    }

    static Element read(byte[] content) throws UnreadableException {
        try {
            DocumentBuilderFactory builders = DocumentBuilderFactory.newDefaultNSInstance();
            builders.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            builders.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
            DocumentBuilder builder = builders.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(content)).getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new UnreadableException(e);
        }
    }

    static Stream<Element> children(Element element) {
        return IntStream.range(0, element.getChildNodes().getLength()).mapToObj(element.getChildNodes()::item)
                .filter(Element.class::isInstance).map(Element.class::cast);
    }

    static Stream<Element> children(Element element, String name) {
        return children(element).filter(child -> child.getLocalName().equals(name));
    }

    static Optional<Element> child(Element element, String name) {
        return children(element, name).findFirst();
    }

    /** Without what only says which prefix stands for what. */
    static List<Attr> attributes(Element element) {
        return IntStream.range(0, element.getAttributes().getLength()).mapToObj(element.getAttributes()::item).map(Attr.class::cast)
                .filter(attribute -> !"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI())).toList();
    }

    static String text(Element element) {
        return element.getTextContent().strip();
    }

    static boolean hasElements(Element element) {
        return children(element).findAny().isPresent();
    }

    static boolean isIn(Node node, String... namespaces) {
        return node.getNamespaceURI() != null && Stream.of(namespaces).anyMatch(node.getNamespaceURI()::startsWith);
    }
}
