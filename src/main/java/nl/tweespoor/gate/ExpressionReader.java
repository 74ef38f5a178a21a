package nl.tweespoor.gate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a model for what the engine evaluates in it, and knows in which step that stands, by the name that its author sees. */
abstract class ExpressionReader extends DefaultHandler {

    private static final Set<String> EVALUATED = Set.of("conditionExpression", "timeDate", "timeDuration", "timeCycle", "inputParameter",
            "outputParameter", "loopCardinality", "completionCondition", "value", "entry", "condition");

    private final Deque<String> names = new ArrayDeque<>();
    private final Deque<StringBuilder> texts = new ArrayDeque<>();

    /** @param place the attribute or the element in which it stands */
    abstract void evaluated(String place, String expression);

    /** What stands between the tags of an element, without blanks around it. */
    void text(String element, String text) {
        // Most of it is of no meaning to the engine.
    }

    void element(String namespace, String element, Attributes attributes) {
        // Most of it is of no meaning to the engine.
    }

    /** @return whether it could be read */
    boolean read(byte[] content) {
        try {
            SAXParserFactory parsers = SAXParserFactory.newDefaultNSInstance();
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.newSAXParser().parse(new ByteArrayInputStream(content), this);
            return true;
        } catch (SAXException | ParserConfigurationException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String here() {
        return names.peek();
    }

    @Override
    public void startElement(String namespace, String element, String prefixed, Attributes attributes) {
        names.push(nameOf(element, attributes));
        texts.push(new StringBuilder());
        element(namespace, element, attributes);
        for (int i = 0; i < attributes.getLength(); i++) {
            boolean camunda = namespace.equals(Elements.CAMUNDA) || attributes.getURI(i).equals(Elements.CAMUNDA);
            if (camunda && isExpression(attributes.getValue(i))) {
                evaluated(attributes.getLocalName(i), attributes.getValue(i));
            }
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        texts.peek().append(characters, start, length);
    }

    @Override
    public void endElement(String namespace, String element, String prefixed) {
        String text = texts.pop().toString().strip();
        if (EVALUATED.contains(element) && isExpression(text)) {
            evaluated(element, text);
        }
        text(element, text);
        names.pop();
    }

    private static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** What an event waits for has an id of its own, which nobody gave it. */
    private String nameOf(String element, Attributes attributes) {
        String name = attributes.getValue("", "name");
        String id = element.endsWith("EventDefinition") ? null : attributes.getValue("", "id");
        return name != null && !name.isBlank() ? name : id != null && !id.isBlank() ? id : names.isEmpty() ? "" : names.peek();
    }
}
