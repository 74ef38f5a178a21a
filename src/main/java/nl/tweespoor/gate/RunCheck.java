package nl.tweespoor.gate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.springframework.stereotype.Component;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What a model may run: expressions that call what Tweespoor offers. A model is code, and no more of it than this is ours. */
@Component
class RunCheck implements FileCheck {

    /** The beans that are made for models; see their packages for what each does. */
    private static final Set<String> BEANS = Set.of("answerMail", "amounts", "carrierChanges", "changes", "conditionList", "dossiers", "erasures", "goals",
            "handOvers", "headMail", "items", "lessons", "message", "people", "periods", "pollMail", "polls", "points", "raisedPoints", "reasons", "reporters", "standIns", "strategyStart", "strategyTeam", "strategies", "strategyMail", "councilMail", "councils", "drift", "teams", "teamPlans", "floorHelp", "updates", "teamStandings");
    static final Expressions EXPRESSIONS = new Expressions(BEANS);
    private static final Set<String> EVALUATED = Set.of("conditionExpression", "timeDate", "timeDuration", "timeCycle", "inputParameter",
            "outputParameter", "loopCardinality", "completionCondition", "value", "entry", "condition");
    private static final Set<String> FORBIDDEN = Set.of("class", "formHandlerClass", "topic", "taskPriority", "variableMappingClass");
    private static final String CAMUNDA = Elements.CAMUNDA;

    @Override
    public void check(ModelFile file, boolean ours, Findings findings) {
        file.processes().forEach(process -> {
            try {
                SAXParserFactory parsers = SAXParserFactory.newDefaultNSInstance();
                parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
                parsers.newSAXParser().parse(new ByteArrayInputStream(process.content()), new Reader(process.file(), findings));
            } catch (SAXException | ParserConfigurationException e) {
                findings.add(process.file(), "", "is niet te lezen. Sla het model opnieuw op in Camunda Modeler.");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Knows in which element of the model it is, by the name that the author sees. */
    private static class Reader extends DefaultHandler {

        private final String file;
        private final Findings findings;
        private final Deque<String> names = new ArrayDeque<>();
        private final Deque<StringBuilder> texts = new ArrayDeque<>();

        Reader(String file, Findings findings) {
            this.file = file;
            this.findings = findings;
        }

        @Override
        public void startElement(String namespace, String element, String prefixed, Attributes attributes) {
            names.push(nameOf(attributes));
            texts.push(new StringBuilder());
            if (element.equals("connector") && namespace.equals(CAMUNDA)) {
                find("roept een ander systeem aan via een connector, en dat kan in Tweespoor niet. Haal de connector weg.");
            }
            if (Set.of("script", "scriptTask").contains(element)) {
                find("voert een script uit, en dat doet Tweespoor niet. Gebruik een beslistabel of een formulier.");
            }
            boolean ours = namespace.equals(CAMUNDA);
            for (int i = 0; i < attributes.getLength(); i++) {
                String name = attributes.getLocalName(i);
                String value = attributes.getValue(i);
                boolean camunda = ours || attributes.getURI(i).equals(CAMUNDA);
                if (camunda && FORBIDDEN.contains(name)) {
                    find("noemt bij '" + name + "' eigen programmatuur of een ander systeem (" + value + "), en dat kan in Tweespoor niet. "
                            + "Gebruik een taak met een formulier, een beslistabel of een bericht.");
                } else if (camunda && name.equals("type") && Set.of("external", "mail", "shell").contains(value) && element.endsWith("Task")) {
                    find("is werk voor een ander systeem ('" + value + "'), en dat kan in Tweespoor niet. Gebruik een taak met een formulier.");
                } else if (camunda && (value.contains("${") || value.contains("#{"))) {
                    checkExpression(value);
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
            if (EVALUATED.contains(element) && (text.contains("${") || text.contains("#{"))) {
                checkExpression(text);
            } else if (Timers.isOne(element) && !Timers.isReadable(element, text)) {
                find("wacht op '" + text + "', en dat is geen tijd. " + Timers.EXAMPLE);
            }
            names.pop();
        }

        private void checkExpression(String text) {
            EXPRESSIONS.check(text, problem -> find("de expressie '" + text + "' " + problem + ". Verbeter haar."));
        }

        private void find(String sentence) {
            findings.add(file, names.peek(), "%s", sentence);
        }

        private String nameOf(Attributes attributes) {
            for (String attribute : new String[] {"name", "id"}) {
                String value = attributes.getValue("", attribute);
                if (value != null && !value.isBlank()) {
                    return value;
                }
            }
            return names.isEmpty() ? "" : names.peek();
        }
    }
}
