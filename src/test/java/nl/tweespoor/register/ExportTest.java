package nl.tweespoor.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.tweespoor.ledger.Entry;
import nl.tweespoor.ledger.Ledger;
import nl.tweespoor.overview.CsvRows;
import nl.tweespoor.overview.Visitor;
import nl.tweespoor.recording.DecisionHistory;
import nl.tweespoor.recording.RecordedDecision;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.StringUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What one takes along from the register: exactly what is filtered, as other programs read it. */
@EngineTest
@OnPostgresToo
class ExportTest {

    private static final String ODD_TITLE = "=HYPERLINK(\"http://x\");\"é\" 😀";
    private static final String ODD = ODD_TITLE + "\nregel 2";
    private static final String XES_ATTRIBUTE = "(string|date|int|boolean) ";
    /** By element, the attributes that it has and which elements stand in it. */
    private static final Map<String, List<String>> XES = Map.ofEntries(
            Map.entry("log", List.of("xmlns xes.version xes.features",
                    "(extension )*(global )*(classifier )*(" + XES_ATTRIBUTE + ")*(trace )*")),
            Map.entry("extension", List.of("name prefix uri", "")), Map.entry("classifier", List.of("name scope keys", "")),
            Map.entry("global", List.of("scope", "(" + XES_ATTRIBUTE + ")*")),
            Map.entry("trace", List.of("", "(" + XES_ATTRIBUTE + ")*(event )*")), Map.entry("event", List.of("", "(" + XES_ATTRIBUTE + ")*")),
            Map.entry("string", List.of("key value", "")), Map.entry("date", List.of("key value", "")),
            Map.entry("int", List.of("key value", "")), Map.entry("boolean", List.of("key value", "")));
    private static final Map<String, String> XES_VALUES = Map.of("date", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)",
            "int", "-?\\d{1,18}", "boolean", "true|false");
    private static final List<String> COLUMNS = Stream.of(ExportColumn.values()).map(ExportColumn::title).toList();

    @LocalServerPort
    int port;
    @Autowired
    Walk walk;
    @Autowired
    DecisionHistory history;
    @Autowired
    Ledger ledger;
    @Autowired
    TransactionOperations transaction;
    @TempDir
    Path folder;

    private HttpResponse<byte[]> export(String format, String query) throws Exception {
        HttpResponse<byte[]> file = Visitor.loggedIn(port, "auditor").download("/register/export." + format + query);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .isEqualTo("attachment; filename=\"besluiten-" + walk.today() + "." + format + "\"");
        return file;
    }

    private static List<List<String>> csv(byte[] file) throws Exception {
        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF\"Dossier\";\"Titel\";");
        try (MappingIterator<List<String>> rows = new CsvMapper().enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .readerForListOf(String.class).with(CsvSchema.emptySchema().withColumnSeparator(';')).readValues(text.substring(1))) {
            return rows.readAll();
        }
    }

    private Dossier againstAdvice() {
        return walk.reported("title", ODD_TITLE).complete("UserTask_IdentifyOpportunity", "identifyOutcome", "goOn").assess()
                .complete("UserTask_SelectOpportunity", "selectionOutcome", "notNow", "selectionReason", ODD,
                        "selectionDeviationReason", "@nu even niet");
    }

    private static String cell(List<List<String>> rows, int row, String column) {
        return rows.get(row).get(COLUMNS.indexOf(column));
    }

    @Test
    void aTableHoldsWhatTheLedgerHoldsAndNothingASpreadsheetReckonsWith() throws Exception {
        Dossier dossier = againstAdvice();
        RecordedDecision newest = history.of(dossier.number()).get(0);
        List<List<String>> rows = csv(export("csv", "").body());

        assertThat(rows).hasSize(1 + history.of(dossier.number()).size());
        assertThat(rows.get(0)).isEqualTo(COLUMNS);
        assertThat(rows).allSatisfy(row -> assertThat(row).allSatisfy(cell -> assertThat(cell).doesNotMatch("(?s)\\s*[=+\\-@].*")));
        assertThat(cell(rows, 1, "Dossier")).isEqualTo(dossier.number());
        assertThat(cell(rows, 1, "Titel")).isEqualTo("'" + ODD_TITLE);
        assertThat(cell(rows, 1, "Regel")).isEqualTo(String.valueOf(newest.sequence()));
        assertThat(cell(rows, 1, "Besluit")).isEqualTo("Kans selecteren");
        assertThat(cell(rows, 1, "Uitkomst")).isEqualTo(newest.outcome());
        assertThat(cell(rows, 1, "Genomen door")).isEqualTo("Hoofd Innovatie");
        assertThat(cell(rows, 1, "Reden")).isEqualTo("'" + ODD);
        assertThat(cell(rows, 1, "Volgens het advies")).isEqualTo("nee");
        assertThat(cell(rows, 1, "Waarom anders dan het advies")).isEqualTo("'@nu even niet");
        assertThat(cell(rows, 1, "Datum en tijd")).matches(walk.today() + " \\d\\d:\\d\\d:\\d\\d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@a", "\t=1", "\r=1", " =1", "\n+1"})
    void whatASpreadsheetWouldReckonWithIsText(String formula) {
        assertThat(CsvRows.harmless(formula)).isEqualTo("'" + formula);
    }

    @Test
    void ordinaryTextStaysAsItIs() {
        assertThat(List.of("", "a-b", "1+1", "é=", "😀")).allSatisfy(text -> assertThat(CsvRows.harmless(text)).isEqualTo(text));
    }

    @Test
    void aWorkbookSaysHowItWasFilteredAndHoldsTheSame() throws Exception {
        againstAdvice();
        walk.selected();
        Map<String, byte[]> book = unzipped(export("xlsx", "?advice=against").body());
        List<List<String>> about = sheet(book.get("xl/worksheets/sheet1.xml"));
        List<List<String>> rows = sheet(book.get("xl/worksheets/sheet2.xml"));

        assertThat(about).contains(List.of("Gemaakt door", "Auditor"), List.of("Advies", "niet is gevolgd"));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).isEqualTo(COLUMNS);
        assertThat(cell(rows, 1, "Reden")).as("text, whatever it looks like").isEqualTo(ODD);
        assertThat(new String(book.get("xl/worksheets/sheet2.xml"), StandardCharsets.UTF_8)).doesNotContain("<f>");
        // Days since the last of December 1899, as spreadsheets count.
        LocalDateTime at = LocalDateTime.of(1899, 12, 30, 0, 0).plusDays((long) Double.parseDouble(cell(rows, 1, "Datum en tijd")));
        assertThat(at.toLocalDate()).isEqualTo(walk.today());
    }

    @Test
    void anEventLogIsAsTheStandardSays() throws Exception {
        Dossier first = walk.evaluated();
        Dossier second = againstAdvice();
        Document log = xml(export("xes", "").body());
        Element root = log.getDocumentElement();

        assertThat(root.getNodeName()).isEqualTo("log");
        assertThat(root.getAttribute("xes.version")).isEqualTo("1849.2016");
        List<String> declared = named(root, "extension").stream().map(extension -> extension.getAttribute("prefix")).toList();
        assertThat(declared).containsExactlyInAnyOrder("concept", "lifecycle", "org", "time");
        // What a classifier goes by is global, and what is global is in every event.
        List<String> global = children(named(root, "global").get(1)).stream().map(attribute -> attribute.getAttribute("key")).toList();
        assertThat(named(root, "classifier")).hasSize(2).allSatisfy(classifier -> {
            assertThat(classifier.getAttribute("name")).as("xs:NCName").matches("\\w+");
            assertThat(classifier.getAttribute("scope")).isEqualTo("event");
            assertThat(global).contains(classifier.getAttribute("keys").split(" "));
        });
        NodeList all = log.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            assertThatSchemaHolds((Element) all.item(i));
            String key = ((Element) all.item(i)).getAttribute("key");
            if (!key.isEmpty()) {
                assertThat(key).as("xs:Name").matches("[\\p{L}_][\\p{L}\\p{N}_.:-]*");
                assertThat(key.contains(":") ? declared : List.of("")).contains(key.contains(":") ? key.split(":")[0] : "");
            }
        }
        List<Element> traces = named(root, "trace");
        assertThat(traces).extracting(trace -> value(trace, "concept:name")).containsExactly(first.number(), second.number());
        for (Element trace : traces) {
            List<RecordedDecision> decisions = new ArrayList<>(history.of(value(trace, "concept:name")));
            Collections.reverse(decisions);
            List<Element> events = named(trace, "event");
            assertThat(events).extracting(event -> value(event, "concept:name"))
                    .containsExactlyElementsOf(decisions.stream().map(decision -> decision.step().name()).toList());
            assertThat(events).extracting(event -> value(event, "org:resource"))
                    .containsExactlyElementsOf(decisions.stream().map(RecordedDecision::by).toList());
            assertThat(events).allSatisfy(event -> {
                assertThat(children(event)).extracting(attribute -> attribute.getAttribute("key")).containsAll(global).doesNotHaveDuplicates();
                assertThat(value(event, "org:group")).isNotEmpty();
                assertThat(value(event, "lifecycle:transition")).isEqualTo("complete");
                assertThat(OffsetDateTime.parse(value(event, "time:timestamp"))).isNotNull();
            });
        }
        assertThat(value(named(traces.get(1), "event").get(1), "reden")).as("a line end in an attribute is a space")
                .isEqualTo(ODD.replace("\n", " "));
    }

    /** As the schema of IEEE 1849-2016 says; its text is not free to stand here. */
    private static void assertThatSchemaHolds(Element element) {
        String name = element.getNodeName();
        assertThat(XES).containsKey(name);
        assertThat(IntStream.range(0, element.getAttributes().getLength()).mapToObj(i -> element.getAttributes().item(i).getNodeName()))
                .as(name).containsExactlyInAnyOrder(StringUtils.tokenizeToStringArray(XES.get(name).get(0), " "));
        assertThat(children(element).stream().map(child -> child.getNodeName() + " ").collect(Collectors.joining()))
                .as(name).matches(XES.get(name).get(1));
        assertThat(element.getAttribute("value")).as(name).matches(XES_VALUES.getOrDefault(name, "(?s).*"));
    }

    @Test
    void whatXmlCannotHoldDoesNotBreakIt() throws Exception {
        append(1, "bel\u0007 en half \uD83D");
        assertThat(value(named(named(xml(export("xes", "").body()).getDocumentElement(), "trace").get(0), "event").get(0), "reden"))
                .isEqualTo("bel? en half ?");
        assertThat(sheet(unzipped(export("xlsx", "").body()).get("xl/worksheets/sheet2.xml"))).hasSize(2);
    }

    /** More than is read at once, and more than a page. */
    @ParameterizedTest
    @ValueSource(strings = {"", "?sample=25&seed=7", "?text=reden", "?dossier=I-2026-0001"})
    void eachFileHoldsExactlyWhatIsFiltered(String query) throws Exception {
        append(1203, "Reden");
        int expected = query.startsWith("?sample") ? 25 : query.startsWith("?dossier") ? 401 : 1203;

        List<List<String>> table = csv(export("csv", query).body());
        assertThat(table).hasSize(1 + expected);
        List<String> places = table.stream().skip(1).map(row -> row.get(0) + "/" + row.get(COLUMNS.indexOf("Regel"))).toList();
        assertThat(places).doesNotHaveDuplicates();
        assertThat(sheet(unzipped(export("xlsx", query).body()).get("xl/worksheets/sheet2.xml")).stream().skip(1)
                .map(row -> row.get(0) + "/" + row.get(COLUMNS.indexOf("Regel")))).containsExactlyElementsOf(places);
        Element log = xml(export("xes", query).body()).getDocumentElement();
        assertThat(named(log, "trace").stream().flatMap(trace -> named(trace, "event").stream())
                .map(event -> value(event, "concept:instance"))).containsExactlyInAnyOrderElementsOf(places);
        assertThat(named(log, "trace")).extracting(trace -> value(trace, "concept:name")).doesNotHaveDuplicates();
    }

    @Test
    void whatCannotBeAskedIsRefusedInWords() throws Exception {
        Visitor auditor = Visitor.loggedIn(port, "auditor");
        HttpResponse<String> refused = auditor.get("/register/export.csv?from=gisteren");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("is geen datum");
        assertThat(auditor.get("/register/export.pdf").statusCode()).isEqualTo(404);
    }

    @Test
    void libreOfficeReadsBothTables() throws Exception {
        assumeTrue(Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, "soffice"))),
                "LibreOffice is not here");
        againstAdvice();
        for (String format : List.of("csv", "xlsx")) {
            Path file = Files.write(folder.resolve("besluiten." + format), export(format, "").body());
            Process office = new ProcessBuilder("soffice", "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless",
                    "--convert-to", "html", "--outdir", folder.resolve(format).toString(), file.toString())
                    .redirectErrorStream(true).start();
            assertThat(office.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(Files.readString(folder.resolve(format).resolve("besluiten.html"))).contains("Kans selecteren", "Hoofd Innovatie");
        }
    }

    private void append(int number, String reason) {
        transaction.executeWithoutResult(status -> ledger.append(IntStream.range(0, number).mapToObj(i -> new Entry(
                "I-2026-000" + i % 3, "task", new Entry.Step("selection", 1, "UserTask_SelectOpportunity", "Kans selecteren"),
                Entry.Who.person("board", List.of("board"), List.of()), new Entry.Decision("select", null, null), List.of(),
                Map.of("reason", reason, "done-by", "Raad van Bestuur"), Map.of("reason-in", "reason", "task-groups", "board"))).toList()));
    }

    private Map<String, byte[]> unzipped(byte[] file) throws Exception {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipFile zip = new ZipFile(Files.write(folder.resolve("book.xlsx"), file).toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return files;
    }

    /** The cells that have something. */
    private static List<List<String>> sheet(byte[] file) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        NodeList all = xml(file).getElementsByTagName("row");
        for (int i = 0; i < all.getLength(); i++) {
            rows.add(children((Element) all.item(i)).stream().map(Element::getTextContent).toList());
        }
        return rows;
    }

    private static Document xml(byte[] file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(file));
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (int i = 0; i < parent.getChildNodes().getLength(); i++) {
            if (parent.getChildNodes().item(i) instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    private static List<Element> named(Element parent, String name) {
        return children(parent).stream().filter(child -> child.getNodeName().equals(name)).toList();
    }

    private static String value(Element parent, String key) {
        return children(parent).stream().filter(child -> child.getAttribute("key").equals(key)).findFirst().orElseThrow()
                .getAttribute("value");
    }
}
