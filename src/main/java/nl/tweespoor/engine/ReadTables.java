package nl.tweespoor.engine;

import java.io.InputStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformer;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransform;
import org.camunda.bpm.model.dmn.impl.DmnParser;
import org.xml.sax.SAXException;

/** Tables as the engine reads them, but for the five schemas of DMN, which it reads anew with each table. */
class ReadTables extends DefaultDmnTransform {

    private static final DmnParser PARSER = new WithSchemasOnce();

    ReadTables(DmnTransformer transformer) {
        super(transformer);
    }

    @Override
    public void setModelInstance(InputStream table) {
        setModelInstance(PARSER.parseModelFromStream(table));
    }

    private static class WithSchemasOnce extends DmnParser {

        private static final String LANGUAGE = "http://java.sun.com/xml/jaxp/properties/schemaLanguage";
        private static final String SOURCE = "http://java.sun.com/xml/jaxp/properties/schemaSource";

        @Override
        protected void configureFactory(DocumentBuilderFactory factory) {
            super.configureFactory(factory);
            Source[] schemas = Stream.of((Object[]) factory.getAttribute(SOURCE)).map(String.class::cast).map(StreamSource::new).toArray(Source[]::new);
            factory.setAttribute(SOURCE, null);
            factory.setAttribute(LANGUAGE, null);
            factory.setValidating(false);
            try {
                factory.setSchema(SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(schemas));
            } catch (SAXException e) {
                throw new IllegalStateException("The schemas of DMN can't be read", e);
            }
        }
    }
}
