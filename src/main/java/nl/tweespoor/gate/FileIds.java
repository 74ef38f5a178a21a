package nl.tweespoor.gate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import nl.tweespoor.engine.DeployedResource;
import org.springframework.stereotype.Component;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Which processes, tables and forms a file holds, without reading all of it as a model, and once. */
@Component
class FileIds {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> DEFINING = Set.of("process", "decision");
    private static final int MOST = 1_000;

    /** By the file, whose name says of what kind it is. */
    private final Cache<FileKey, Set<String>> known = Caffeine.newBuilder().maximumSize(MOST).build();

    /** None for a file that can't be read: the gate says so. */
    Set<String> in(DeployedResource file) {
        return known.get(FileKey.of(file), key -> read(file));
    }

    private static Set<String> read(DeployedResource file) {
        Set<String> ids = new TreeSet<>();
        try {
            if (file.endsWithAny(".form")) {
                ids.add(JSON.readTree(file.content()).path("id").asText());
                ids.remove("");
            } else if (file.endsWithAny(".bpmn", ".bpmn20.xml", ".dmn", ".dmn11.xml")) {
                SAXParserFactory parsers = SAXParserFactory.newDefaultNSInstance();
                parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
                parsers.newSAXParser().parse(new ByteArrayInputStream(file.content()), new DefaultHandler() {
                    @Override
                    public void startElement(String namespace, String element, String prefixed, Attributes attributes) {
                        if (DEFINING.contains(element) && attributes.getValue("", "id") != null) {
                            ids.add(attributes.getValue("", "id"));
                        }
                    }
                });
            }
        } catch (IOException | SAXException | ParserConfigurationException e) {
            return Set.of();
        }
        return Set.copyOf(ids);
    }
}
