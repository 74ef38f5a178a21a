package nl.tweespoor.comparison;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * All that an element says, with what is in it, so that nothing changes unseen. What has a name of its own in a list, such as a
 * property, is found by that name and not by its place.
 */
final class XmlFacts {

    /** Modeler's own administration: which version saved it, which type a schema names, how wide a column is. */
    private static final String[] NOT_MEANT = {"http://camunda.org/schema/modeler/", "http://www.w3.org/2001/XMLSchema-instance",
        "http://bpmn.io/schema/", "http://www.omg.org/spec/BPMN/20100524/DI", "https://www.omg.org/spec/DMN/20191111/DMNDI",
        "http://www.omg.org/spec/DMN/20180521/D", "http://www.omg.org/spec/DD/"};

    private final Predicate<Element> partOfItsOwn;
    private final UnaryOperator<String> label;
    private final UnaryOperator<String> shown;
    private final Map<String, Fact> facts = new LinkedHashMap<>();

    /**
     * @param partOfItsOwn what is told by itself
     * @param label        for the path of a fact, what people call it; null to leave it out
     * @param shown        for a value, what people read
     */
    XmlFacts(Predicate<Element> partOfItsOwn, UnaryOperator<String> label, UnaryOperator<String> shown) {
        this.partOfItsOwn = partOfItsOwn;
        this.label = label;
        this.shown = shown;
    }

    static boolean isMeant(org.w3c.dom.Node node) {
        return !Xml.isIn(node, NOT_MEANT);
    }

    Map<String, Fact> of(Element element) {
        attributes("", element, "");
        Xml.children(element).forEach(child -> add("", child));
        return facts;
    }

    private void add(String path, Element element) {
        if (!isMeant(element) || partOfItsOwn.test(element)) {
            return;
        }
        String key = key(element);
        String here = path + "/" + element.getLocalName() + (key.isEmpty() ? "" : Sentences.quoted(element.getAttribute(key)));
        boolean said = attributes(here, element, key);
        if (Xml.hasElements(element)) {
            Xml.children(element).forEach(child -> add(here, child));
        } else if (!Xml.text(element).isEmpty()) {
            put(here, Xml.text(element));
        } else if (!said) {
            put(here, "ja");
        }
    }

    /** Its own id is of no use to anyone but the drawing. */
    private boolean attributes(String path, Element element, String key) {
        boolean said = false;
        for (Attr attribute : Xml.attributes(element)) {
            String name = attribute.getLocalName();
            if (isMeant(attribute) && !name.equals("id") && !name.equals(key) && !(path.isEmpty() && name.equals("name"))) {
                put(path + "@" + name, attribute.getValue());
                said = true;
            }
        }
        return said;
    }

    private static String key(Element element) {
        return switch (element.getLocalName()) {
            case "property", "inputParameter", "outputParameter", "field", "entry" -> element.hasAttribute("name") ? "name"
                    : element.hasAttribute("key") ? "key" : "";
            case "in", "out" -> element.hasAttribute("target") ? "target" : "";
            case "executionListener", "taskListener" -> "event";
            default -> "";
        };
    }

    private void put(String path, String value) {
        String called = label.apply(path);
        if (called != null) {
            Fact fact = YesNo.is(new Fact(called, "", "")) ? yesNo(called, value) : new Fact(called, value, shown.apply(value));
            facts.merge(path, fact, (first, second) -> new Fact(called, first.raw() + ", " + second.raw(), first.shown() + ", " + second.shown()));
        }
    }

    /** What is written as not so, is the same as what is not written. */
    private static Fact yesNo(String called, String value) {
        return new Fact(called, "true".equals(value) ? "true" : "false".equals(value) ? "" : value, Sentences.quoted(value));
    }
}
