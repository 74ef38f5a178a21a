package nl.tweespoor.engine;

import javax.xml.XMLConstants;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ReflectUtil;
import org.xml.sax.Parser;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;
import org.xml.sax.XMLReader;

/** Processes as the engine reads them, but for the schema of BPMN, which it reads anew with each process. */
class ReadProcesses extends BpmnParser {

    private static final Schema SCHEMA = schema();

    private ReadProcesses(ProcessEngineConfigurationImpl engine, BpmnParser before) {
        super(before.getExpressionManager(), engine.getBpmnParseFactory());
        setParseListeners(before.getParseListeners());
    }

    static void in(ProcessEngineConfigurationImpl engine) {
        engine.getDeployers().stream().filter(BpmnDeployer.class::isInstance).map(BpmnDeployer.class::cast)
                .forEach(deployer -> deployer.setBpmnParser(new ReadProcesses(engine, deployer.getBpmnParser())));
    }

    @Override
    protected SAXParser getSaxParser() throws Exception {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        setXxeProcessing(factory);
        factory.setNamespaceAware(true);
        factory.setFeature(NAMESPACE_PREFIXES, true);
        factory.setSchema(SCHEMA);
        return new WithSchema(factory.newSAXParser());
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(ReflectUtil.getResource(BPMN_20_SCHEMA_LOCATION));
        } catch (SAXException e) {
            throw new IllegalStateException("The schema of BPMN can't be read", e);
        }
    }

    /** Whoever parses with it names the schema again, and then it would be read again. */
    private static class WithSchema extends SAXParser {

        private final SAXParser parser;

        WithSchema(SAXParser parser) {
            this.parser = parser;
        }

        @Override
        public Parser getParser() throws SAXException {
            return parser.getParser();
        }

        @Override
        public XMLReader getXMLReader() throws SAXException {
            return parser.getXMLReader();
        }

        @Override
        public boolean isNamespaceAware() {
            return parser.isNamespaceAware();
        }

        @Override
        public boolean isValidating() {
            return parser.isValidating();
        }

        @Override
        public void setProperty(String name, Object value) {
            // The schema is there.
        }

        @Override
        public Object getProperty(String name) throws SAXNotRecognizedException, SAXNotSupportedException {
            return parser.getProperty(name);
        }
    }
}
