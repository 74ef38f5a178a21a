package nl.tweespoor.hardening;

import org.springframework.stereotype.Component;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.engine.DeploymentCheck;
import nl.tweespoor.engine.Refusal;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.cmmn.deployer.CmmnDeployer;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a model before the engine does, when it is deployed and again when the engine takes it from its database, and
 * refuses what would run as a script or make the engine read a file of the server.
 */
@Component
class ModelScriptCheck implements DeploymentCheck {

    private static final Set<String> FEEL = Set.of(
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_ALTERNATIVE,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN12,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN13,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN14,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN15);

    private final SAXParserFactory parsers = SAXParserFactory.newDefaultNSInstance();

    ModelScriptCheck() throws ParserConfigurationException, SAXException {
        parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    }

    @Override
    public void check(DeployedResource resource) {
        String file = resource.name();
        if (resource.endsWithAny(CmmnDeployer.CMMN_RESOURCE_SUFFIXES)) {
            throw Refusal.invalid("Tweespoor kent geen CMMN (%s). Maak er een BPMN-model van.".formatted(file));
        }
        if (resource.endsWithAny(BpmnDeployer.BPMN_RESOURCE_SUFFIXES)) {
            read(resource, new NoScripts(file));
        } else if (resource.endsWithAny(DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES)) {
            read(resource, new OnlyFeel(file));
        }
    }

    private void read(DeployedResource resource, Reader reader) {
        try {
            SAXParser parser = parsers.newSAXParser();
            parser.parse(new ByteArrayInputStream(resource.content()), reader);
        } catch (SAXParseException e) {
            throw Refusal.invalid(("%s is niet te lezen, bij regel %d: het is geen goede XML of het heeft een DOCTYPE. "
                    + "Sla het model opnieuw op in Camunda Modeler.").formatted(resource.name(), e.getLineNumber()));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Knows in which element of the model it is, by the name that the author sees. */
    private abstract static class Reader extends DefaultHandler {

        private final String file;
        private final Deque<String> names = new ArrayDeque<>();

        Reader(String file) {
            this.file = file;
        }

        abstract void check(String element, Attributes attributes);

        @Override
        public void startElement(String namespace, String element, String prefixed, Attributes attributes) {
            names.push(nameOf(element, attributes));
            check(element, attributes);
        }

        @Override
        public void endElement(String namespace, String element, String prefixed) {
            names.pop();
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }

        String place() {
            return "«%s» in %s".formatted(names.peek(), file);
        }

        private String nameOf(String element, Attributes attributes) {
            for (String attribute : new String[] {"name", "id"}) {
                if (attributes.getValue(attribute) != null) {
                    return attributes.getValue(attribute);
                }
            }
            return names.isEmpty() ? element : names.peek();
        }
    }

    private static class NoScripts extends Reader {

        private static final Set<String> ELEMENTS = Set.of("script", "scriptTask");
        private static final Set<String> ATTRIBUTES = Set.of("scriptFormat", "resource");
        /** Elsewhere the engine does not look at it. */
        private static final Set<String> IN_A_LANGUAGE = Set.of("conditionExpression", "condition");

        NoScripts(String file) {
            super(file);
        }

        @Override
        void check(String element, Attributes attributes) {
            boolean script = ELEMENTS.contains(element);
            for (int i = 0; i < attributes.getLength(); i++) {
                script |= ATTRIBUTES.contains(attributes.getLocalName(i))
                        || attributes.getLocalName(i).equals("language") && IN_A_LANGUAGE.contains(element);
                script |= attributes.getLocalName(i).equals("formKey") && attributes.getValue(i).contains("embedded:");
            }
            if (script) {
                throw Refusal.invalid(("Bij %s staat een script. Tweespoor voert geen scripts uit: gebruik een "
                        + "beslistabel, een formulier of een bestaande taak.").formatted(place()));
            }
        }
    }

    private static class OnlyFeel extends Reader {

        OnlyFeel(String file) {
            super(file);
        }

        @Override
        void check(String element, Attributes attributes) {
            String language = attributes.getValue("expressionLanguage");
            if (language != null && !FEEL.contains(language)) {
                throw Refusal.invalid("Bij %s is de taal %s gekozen. Beslistabellen kennen alleen FEEL."
                        .formatted(place(), language));
            }
        }
    }
}
