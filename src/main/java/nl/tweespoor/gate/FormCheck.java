package nl.tweespoor.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** Tasklist of 7.24 can show the form, the server reads it as the browser does, and every question can be answered. */
@Component
class FormCheck implements FileCheck {

    private static final String PLATFORM = "Camunda Platform";
    /** The schema of the form-js that is in Tasklist of 7.24. */
    private static final int NEWEST = 16;
    /** What Tasklist of 7.24 shows without breaking the form; dynamiclist, filepicker and the like do. */
    private static final Set<String> SHOWN = Set.of("textfield", "textarea", "number", "datetime", "checkbox", "radio", "select",
            "checklist", "taglist", "text", "html", "table", "separator", "spacer", "group", "expression", "image");
    private static final Set<String> SILENT = Set.of("text", "html", "separator", "spacer", "table", "group", "image");
    private static final Set<String> CHOICES = Set.of("radio", "select", "checklist", "taglist");
    private static final int LONGEST_NAME = 50;
    /** The engine's column for a text is 4000 bytes, and in Dutch a letter can take two. */
    private static final int LONGEST_TEXT = 3000;
    /** Written alike in the two languages but meaning another thing, or known to one of them only. */
    private static final Pattern READ_DIFFERENTLY = Pattern.compile("\\[\\^]|\\[]|\\\\[pPkAZzGQEHhRX]|\\(\\?[<i!=]|\\(\\?:?[a-z]+\\)|[*+?}]\\+|&&");

    @Override
    public void check(ModelFile file, boolean ours, Findings findings) {
        file.forms().forEach(form -> new Over(form, ours, findings).check());
    }

    /** One form. */
    private record Over(Models.FormModel form, boolean ours, Findings findings) {

        void check() {
            Map<String, JsonNode> keys = new HashMap<>();
            Set<String> ids = new HashSet<>();
            String platform = form.json().path("executionPlatform").asText(PLATFORM);
            if (ours && !platform.equals(PLATFORM)) {
                findings.add(form.file(), "", "dit formulier is voor %s gemaakt. Kies in Camunda Modeler een formulier voor Camunda 7.", platform);
            }
            if (ours && form.json().path("schemaVersion").asInt() > NEWEST) {
                findings.add(form.file(), "", "dit formulier is met een nieuwere versie gemaakt dan Tasklist kan tonen. Zet bij 'Engine version' 7.24.");
            }
            for (JsonNode component : form.components().toList()) {
                String type = component.path("type").asText();
                if (!SHOWN.contains(type)) {
                    find(component, "het onderdeel '%s' werkt niet in Tasklist van 7.24. Gebruik een ander onderdeel, zoals een tekstveld of een keuze.", type);
                } else if (type.equals("image") && component.path("source").asText().startsWith("http")) {
                    find(component, "een plaatje van een ander adres wordt niet getoond. Laat het weg.");
                }
                if (!component.path("id").asText().isEmpty() && !ids.add(component.path("id").asText())) {
                    find(component, "het id '%s' staat er twee keer. Sla het formulier opnieuw op in Camunda Modeler.", component.path("id").asText());
                }
                if (SHOWN.contains(type) && !SILENT.contains(type)) {
                    checkQuestion(component, type, keys);
                }
            }
        }

        private void checkQuestion(JsonNode question, String type, Map<String, JsonNode> keys) {
            String key = question.path("key").asText();
            if (key.isBlank()) {
                find(question, "deze vraag heeft geen Key, dus het antwoord gaat verloren. Vul bij 'Key' een naam in.");
                return;
            }
            if (keys.put(key, question) != null) {
                find(question, "de Key '%s' staat er twee keer: het ene antwoord zou het andere vervangen. Geef een van beide een andere.", key);
            }
            if (ours && !key.matches("[a-zA-Z]\\w*")) {
                find(question, "de Key '%s' kan niet gelezen worden door modellen. Gebruik letters, cijfers en liggende streepjes, met een letter voorop.", key);
            }
            if (ours && question.path(type.equals("datetime") ? "dateLabel" : "label").asText().isBlank() && !type.equals("expression")) {
                find(question, "deze vraag heeft geen tekst. Vul bij 'Label' de vraag in.");
            }
            if (ours && type.equals("datetime") && !question.path("subtype").asText().equals("date")) {
                find(question, "vraagt ook een tijd. Zet 'Subtype' op Date: Tweespoor rekent in dagen.");
            }
            if (ours && type.equals("select") && !question.path("searchable").asBoolean()) {
                find(question, "gaat in Tasklist met de muis niet meer open als iemand er al een keer uit is geweest. Zet 'Searchable' aan.");
            }
            if (CHOICES.contains(type)) {
                checkOptions(question);
            }
            checkBounds(question, type);
            checkPattern(question);
            if (question.path("validate").path("required").asBoolean() && (question.path("disabled").asBoolean() || question.path("readonly").asBoolean())) {
                find(question, "is verplicht, maar niemand kan haar invullen: zij staat op alleen lezen. Zet een van beide uit.");
            }
            if (VariableCheck.names(question.path("conditional").path("hide").asText()).equals(Set.of(key))) {
                find(question, "wordt verborgen door haar eigen antwoord, en dan verdwijnt zij of komt zij nooit. Laat 'Hide if' naar een andere vraag kijken.");
            }
            if (question.path("validate").path("required").asBoolean() && question.path("conditional").path("hide").asText().strip().equals("=true")) {
                find(question, "is verplicht, maar altijd verborgen. Haal de regel bij 'Hide if' weg, of de vraag.");
            }
        }

        private void checkOptions(JsonNode question) {
            boolean own = question.has("values");
            if (own == (question.has("valuesKey") || question.has("valuesExpression"))) {
                find(question, own ? "heeft twee bronnen voor de antwoorden. Kies er een bij 'Options source'."
                        : "heeft geen antwoorden om uit te kiezen. Vul ze in bij 'Static options'.");
            }
            if (own) {
                List<String> values = texts(question, "value");
                List<String> labels = texts(question, "label");
                if (values.isEmpty()) {
                    find(question, "heeft geen antwoorden om uit te kiezen. Vul ze in bij 'Static options'.");
                }
                twice(values).forEach(value -> find(question, "de waarde '%s' staat er twee keer. Geef elk antwoord een eigen waarde.", value));
                if (values.contains("") || labels.contains("")) {
                    find(question, "een van de antwoorden is leeg. Vul bij elk antwoord een Label en een Value in.");
                }
                if (ours) {
                    twice(labels).forEach(label -> find(question, "twee antwoorden heten '%s'. Geef elk antwoord zijn eigen woorden.", label));
                    values.stream().filter(value -> !value.isEmpty() && !value.matches("[a-zA-Z0-9-]+")).forEach(value -> find(question,
                            "de waarde '%s' kan niet gelezen worden door modellen. Gebruik alleen letters, cijfers en streepjes.", value));
                }
            }
            String preset = question.path("defaultValue").isTextual() ? question.path("defaultValue").asText() : "";
            if (own && !preset.isEmpty() && !texts(question, "value").contains(preset)) {
                find(question, "vult vooraf '%s' in, maar dat is geen van de antwoorden. Verbeter 'Default value'.", preset);
            }
        }

        private void checkBounds(JsonNode question, String type) {
            JsonNode rules = question.path("validate");
            above(question, rules, "min", "max", "de kleinste waarde (%s) is groter dan de grootste (%s). Wissel ze om.");
            above(question, rules, "minLength", "maxLength", "de kortste lengte (%s) is groter dan de langste (%s). Wissel ze om.");
            boolean text = type.equals("textfield") || type.equals("textarea");
            if (ours && text && !rules.has("pattern") && (!rules.path("maxLength").isNumber() || rules.path("maxLength").asInt() > LONGEST_TEXT)) {
                find(question, "een lang antwoord past niet in de database. Zet bij 'Maximum length' hooguit %d.", LONGEST_TEXT);
            }
            if (text && rules.path("maxLength").isNumber() && rules.path("maxLength").asInt() < 1) {
                find(question, "hier past geen enkel antwoord: de langste lengte is %s. Maak haar groter.", rules.path("maxLength").asText());
            }
        }

        private void above(JsonNode question, JsonNode rules, String low, String high, String sentence) {
            if (rules.path(low).isNumber() && rules.path(high).isNumber()) {
                BigDecimal least = rules.path(low).decimalValue();
                BigDecimal most = rules.path(high).decimalValue();
                if (least.compareTo(most) > 0) {
                    find(question, sentence, least.toPlainString(), most.toPlainString());
                }
            }
        }

        private void checkPattern(JsonNode question) {
            String pattern = question.path("validate").path("pattern").asText();
            if (pattern.isEmpty()) {
                return;
            }
            if (READ_DIFFERENTLY.matcher(pattern).find()) {
                find(question, "het patroon '%s' betekent in de browser iets anders dan op de server. Gebruik alleen gewone tekens, [..], *, +, ? en {..}.", pattern);
                return;
            }
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                find(question, "het patroon '%s' is niet te lezen (bij teken %d). Verbeter het bij 'Custom regular expression'.", pattern, e.getIndex() + 1);
            }
        }

        private void find(JsonNode component, String sentence, Object... values) {
            findings.add(form.file(), nameOf(component), sentence, values);
        }
    }

    /** As people know it: by its question or how its text begins, else by its key or kind. */
    static String nameOf(JsonNode component) {
        String said = component.path("text").asText().replaceAll("\\{\\{.*?}}", "…").replaceAll("[#>*_]", "").strip();
        if (!said.isEmpty()) {
            String begin = said.lines().findFirst().orElse("").strip();
            return begin.length() > LONGEST_NAME ? begin.substring(0, LONGEST_NAME).strip() + "…" : begin;
        }
        return List.of("label", "dateLabel", "timeLabel", "key", "type").stream().map(name -> component.path(name).asText())
                .filter(text -> !text.isBlank()).findFirst().orElse("");
    }

    private static List<String> texts(JsonNode question, String name) {
        return new ArrayList<>(StreamSupport.stream(question.path("values").spliterator(), false).map(option -> option.path(name).asText()).toList());
    }

    private static Set<String> twice(List<String> texts) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new TreeSet<>();
        texts.stream().filter(text -> !seen.add(text)).forEach(twice::add);
        return twice;
    }
}
