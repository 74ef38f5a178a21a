package nl.tweespoor.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads a Camunda Form: its questions, texts and lists, with what can be chosen. */
final class FormReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HEADING = 60;
    private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("textfield", "tekstregel"), Map.entry("textarea", "tekstvak"),
            Map.entry("number", "getal"), Map.entry("select", "keuzelijst"), Map.entry("taglist", "keuzelijst voor meer"),
            Map.entry("radio", "keuzerondjes"), Map.entry("checkbox", "vinkje"), Map.entry("checklist", "vinkjes"),
            Map.entry("datetime", "datum of tijd"), Map.entry("text", "tekst"), Map.entry("table", "lijst"), Map.entry("group", "groep"),
            Map.entry("dynamiclist", "herhaalde groep"), Map.entry("button", "knop"), Map.entry("image", "plaatje"), Map.entry("html", "opmaak"),
            Map.entry("spacer", "witruimte"), Map.entry("separator", "scheidingslijn"), Map.entry("expression", "berekening"),
            Map.entry("filepicker", "bestand"), Map.entry("iframe", "ingebedde pagina"));
    private static final Labels LABELS = new Labels()
            .put("/exporter|/executionPlatform|/executionPlatformVersion|/schemaVersion|/layout|/label|/id|/components|/values|/columns", null)
            .put("/type", "de soort").put("/key", "de naam in het proces").put("/text", "de tekst").put("/description", "de uitleg")
            .put("/validate/required", "is verplicht").put("/searchable", "is doorzoekbaar").put("/disabled", "is alleen te lezen")
            .put("/readonly", "is alleen te lezen (of een berekening)").put("/disallowPassedDates", "is alleen een datum vanaf vandaag")
            .put("/validate/min", "de ondergrens").put("/validate/max", "de bovengrens").put("/validate/minLength", "de kortste lengte")
            .put("/validate/maxLength", "de langste lengte").put("/validate/pattern", "het patroon")
            .put("/validate/validationType", "de soort controle").put("/decimalDigits", "het aantal decimalen")
            .put("/conditional/hide", "de voorwaarde om te verbergen").put("/dataSource", "waar de lijst uit komt").put("/rowCount", "het aantal rijen per keer")
            .put("/valuesKey", "waar de keuzes uit komen").put("/valuesExpression", "waar de keuzes uit komen (berekend)")
            .put("/defaultValue", "de waarde vooraf").put("/subtype", "de soort datum").put("/dateLabel", "het opschrift bij de datum")
            .put("/timeLabel", "het opschrift bij de tijd").put("/appearance/prefixAdorner", "het teken ervoor")
            .put("/appearance/suffixAdorner", "het teken erachter").put("/properties/(.*)", "de eigenschap «$1»").put("/expression", "de berekening")
            .put("/versionTag", "het versielabel");

    private final Parts parts = new Parts();
    private int questions;

    private FormReader() {
    }

    static Parts read(byte[] content) throws UnreadableException {
        try {
            JsonNode form = JSON.readTree(content);
            if (!form.isObject()) {
                throw new UnreadableException(null);
            }
            FormReader reader = new FormReader();
            reader.read(form);
            return reader.parts;
        } catch (IOException e) {
            throw new UnreadableException(e);
        }
    }

    private void read(JsonNode form) {
        Map<String, Fact> facts = facts(form);
        facts.put("/id", Fact.of("de id", form.path("id").asText()));
        parts.add(new Part("#form", null, null, "het formulier", null, "", facts, false));
        components(form, "#form", "");
        String heading = components(form).map(component -> component.path("text").asText()).filter(text -> !text.isBlank()).findFirst()
                .map(FormReader::heading).orElse(form.path("id").asText());
        parts.describe("formulier " + Sentences.quoted(heading) + ", met " + (questions == 1 ? "1 vraag" : questions + " vragen"));
    }

    private static Stream<JsonNode> components(JsonNode holder) {
        return each(holder.path("components"));
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return IntStream.range(0, list.size()).mapToObj(list::path);
    }

    private void components(JsonNode holder, String id, String called) {
        int place = 0;
        for (JsonNode component : components(holder).toList()) {
            place++;
            component(component, id, called, component.hasNonNull("id") ? component.path("id").asText() : id + "/" + place);
        }
    }

    private void component(JsonNode component, String holder, String within, String id) {
        String key = component.path("key").asText(component.path("path").asText());
        String called = called(component, key);
        Map<String, Fact> facts = facts(component);
        facts.put("/type", new Fact("de soort", component.path("type").asText(),
                Sentences.quoted(TYPES.getOrDefault(component.path("type").asText(), component.path("type").asText()))));
        facts.put("place", new Fact("de plaats", holder, within.isEmpty() ? "los" : within));
        questions += component.path("key").asText().isEmpty() ? 0 : 1;
        String choices = each(component.path("values")).map(FormReader::label).map(Sentences::quoted).collect(Collectors.joining(", "));
        String told = Stream.of(Optional.ofNullable(facts.get("/type")).map(Fact::shown).orElse(""), choices.isEmpty() ? "" : "met de keuzes " + choices)
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
        parts.add(holder + "/components", new Part(id, key.isEmpty() ? null : key, null, called, component.has("label") ? component.path("label").asText()
                : null, (key.isEmpty() ? "" : ", " + told) + Part.listed(facts, Set.of("/type", "place", "/key")), facts, false));
        each(component.path("values")).forEach(choice -> owned(id, "values", "keuze", "bij " + called, choice.path("value").asText(), choice));
        each(component.path("columns")).forEach(column -> owned(id, "columns", "kolom", "van " + called, column.path("key").asText(), column));
        components(component, id, called);
    }

    private void owned(String owner, String list, String kind, String where, String key, JsonNode one) {
        Map<String, Fact> facts = facts(one);
        facts.keySet().removeAll(Set.of("/value", "/key"));
        parts.add(owner + "/" + list, new Part(owner + "/" + list + "/" + key, null, owner, kind + " " + Sentences.quoted(label(one)) + " " + where,
                one.path("label").asText(),
                Part.listed(Map.of("/value", Fact.of("de waarde", key)), Set.of()), facts, false));
    }

    private static String label(JsonNode choice) {
        return choice.path("label").asText(choice.path("value").asText());
    }

    private static String called(JsonNode component, String key) {
        String type = component.path("type").asText();
        String kind = key.isEmpty() || type.equals("group") || type.equals("dynamiclist") ? TYPES.getOrDefault(type, type) : "vraag";
        String name = Stream.of("label", "text", "key", "id").map(from -> component.path(from).asText()).filter(text -> !text.isBlank())
                .findFirst().orElse("");
        return kind + " " + Sentences.quoted(heading(name));
    }

    /** Without the marks of its layout and what is filled in, and no longer than a title. */
    private static String heading(String text) {
        String plain = text.lines().map(line -> line.replaceAll("\\{\\{.*?(}}|$)", "…").replaceAll("^[#>*\\s-]+|\\*\\*", "").strip()).filter(line -> !line.isEmpty()).findFirst().orElse(text);
        return plain.length() <= HEADING ? plain : plain.substring(0, Math.max(1, plain.lastIndexOf(' ', HEADING))) + " …";
    }

    private static Map<String, Fact> facts(JsonNode node) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        node.fields().forEachRemaining(field -> add("/" + field.getKey(), field.getValue(), facts));
        return facts;
    }

    private static void add(String path, JsonNode value, Map<String, Fact> facts) {
        String label = LABELS.of(path);
        if (label == null) {
            return;
        }
        if (value.isObject() && !value.isEmpty()) {
            value.fields().forEachRemaining(field -> add(path + "/" + field.getKey(), field.getValue(), facts));
        } else if (YesNo.is(new Fact(label, "", "")) && value.isBoolean()) {
            facts.put(path, YesNo.of(label.substring("is ".length()), value.booleanValue()));
        } else {
            String text = value.isTextual() ? value.textValue() : value.toString();
            facts.put(path, Fact.of(label, text));
        }
    }
}
