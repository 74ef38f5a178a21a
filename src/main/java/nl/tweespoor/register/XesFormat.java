package nl.tweespoor.register;

import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.overview.Words;
import nl.tweespoor.recording.RecordedDecision;
import nl.tweespoor.recording.RecordedDecision.Advice;
import org.springframework.stereotype.Component;

/** An event log for process mining, as IEEE 1849-2016 (XES) says: a dossier is a trace, a decision an event in it. */
@Component
class XesFormat implements Format {

    private static final String NAMESPACE = "http://www.xes-standard.org/";
    /** By its prefix the standard extension that is used here. */
    private static final Map<String, String> EXTENSIONS = Map.of("concept", "Concept", "lifecycle", "Lifecycle",
            "org", "Organizational", "time", "Time");
    private static final String OUTCOME = "uitkomst";
    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();
    private static final Pattern NOT_IN_XML = Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    @Override
    public String name() {
        return "xes";
    }

    @Override
    public String contentType() {
        return "application/xml;charset=UTF-8";
    }

    @Override
    public Order order() {
        return Order.BY_DOSSIER;
    }

    @Override
    public void write(About about, Consumer<Consumer<Registered>> decisions, OutputStream out) throws IOException {
        try {
            Log log = new Log(XML.createXMLStreamWriter(out, "UTF-8"));
            log.begin(about);
            decisions.accept(log::add);
            log.end();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } catch (BrokenLogException e) {
            throw new IOException(e.getCause());
        }
    }

    /** What is told one by one throws nothing else. */
    private static final class BrokenLogException extends RuntimeException {

        private static final long serialVersionUID = 1;

        BrokenLogException(XMLStreamException cause) {
            super(cause);
        }
    }

    /** Events of one dossier come after each other. */
    private static final class Log {

        private final XMLStreamWriter xml;
        private String dossier;

        Log(XMLStreamWriter xml) {
            this.xml = xml;
        }

        void begin(About about) throws XMLStreamException {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("log");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("xes.version", "1849.2016");
            xml.writeAttribute("xes.features", "");
            for (String prefix : EXTENSIONS.keySet().stream().sorted().toList()) {
                empty("extension", "name", EXTENSIONS.get(prefix), "prefix", prefix,
                        "uri", NAMESPACE + prefix + ".xesext");
            }
            xml.writeStartElement("global");
            xml.writeAttribute("scope", "trace");
            attribute("string", "concept:name", "");
            xml.writeEndElement();
            xml.writeStartElement("global");
            xml.writeAttribute("scope", "event");
            attribute("string", "concept:name", "");
            attribute("date", "time:timestamp", "1970-01-01T00:00:00Z");
            attribute("string", "lifecycle:transition", "complete");
            attribute("string", OUTCOME, "");
            xml.writeEndElement();
            empty("classifier", "name", "Besluit", "scope", "event", "keys", "concept:name");
            empty("classifier", "name", "BesluitEnUitkomst", "scope", "event", "keys", "concept:name " + OUTCOME);
            attribute("string", "concept:name", "Besluiten uit het register van Tweespoor");
            attribute("string", "lifecycle:model", "standard");
            attribute("string", "gemaakt-door", about.by());
            attribute("string", "gemaakt-op", about.at());
            for (var asked : about.asked().entrySet()) {
                attribute("string", "filter-" + asked.getKey().toLowerCase(Locale.ROOT).replace(' ', '-'), asked.getValue());
            }
        }

        void add(Registered one) {
            try {
                if (!one.number().equals(dossier)) {
                    endDossier();
                    dossier = one.number();
                    xml.writeStartElement("trace");
                    attribute("string", "concept:name", one.number());
                    attribute("string", "titel", one.title());
                }
                xml.writeStartElement("event");
                event(one);
                xml.writeEndElement();
            } catch (XMLStreamException e) {
                throw new BrokenLogException(e);
            }
        }

        private void event(Registered one) throws XMLStreamException {
            attribute("string", "concept:name", one.decision().map(decision -> decision.step().name()).orElse("(niet te lezen)"));
            attribute("string", "concept:instance", one.number() + "/" + one.sequence());
            attribute("string", "org:resource", one.decision().map(RecordedDecision::by).orElse(""));
            attribute("string", "org:group", one.decision().map(decision -> Words.names(decision.groups())).orElse(""));
            attribute("date", "time:timestamp", one.at().atZone(DutchTime.ZONE).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
            attribute("string", "lifecycle:transition", "complete");
            attribute("string", OUTCOME, one.decision().map(RecordedDecision::outcome).orElse(""));
            attribute("string", "proces", one.process());
            if (one.decision().isPresent()) {
                RecordedDecision decision = one.decision().get();
                if (decision.step().version() != null) {
                    attribute("int", "procesversie", String.valueOf(decision.step().version()));
                }
                if (!decision.team().isEmpty()) {
                    attribute("string", "team", decision.team());
                }
                attribute("string", "reden", decision.reason());
                if (decision.advice().isPresent()) {
                    Advice advice = decision.advice().get();
                    attribute("string", "advies", advice.outcome());
                    attribute("boolean", "tegen-advies", String.valueOf(!advice.followed()));
                    attribute("string", "waarom-anders", advice.reasonAgainst());
                }
            }
        }

        void end() throws XMLStreamException {
            endDossier();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        }

        private void endDossier() throws XMLStreamException {
            if (dossier != null) {
                xml.writeEndElement();
            }
        }

        private void attribute(String type, String key, String value) throws XMLStreamException {
            empty(type, "key", key, "value", value);
        }

        private void empty(String element, String... namesAndValues) throws XMLStreamException {
            xml.writeEmptyElement(element);
            for (int i = 0; i < namesAndValues.length; i += 2) {
                xml.writeAttribute(namesAndValues[i], NOT_IN_XML.matcher(namesAndValues[i + 1]).replaceAll("?"));
            }
        }
    }
}
