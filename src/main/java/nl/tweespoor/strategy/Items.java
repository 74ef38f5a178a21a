package nl.tweespoor.strategy;

import static org.camunda.spin.Spin.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.tweespoor.engine.Refusal;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/**
 * Lists that people make item by item, on one form that comes back until they are done: each item an object in a Json list,
 * with an id of a letter and a number ({@code F3}) by which others refer to it. A number is never used again.
 */
@Component("items")
public class Items {

    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final String ID = "id";
    private static final String TITLE = "title";
    /** After the name of a list: the highest number that was ever given in it. */
    private static final String LAST = "Last";
    /** After the name of an item: what someone chose to do, and with which one. */
    private static final String STEP = "Step";
    private static final String CHOSEN = "Chosen";
    private static final String CHANGING = "Changing";
    /** And which item came of it. */
    private static final String ENTERED = "Entered";

    /** A list in which nothing stands yet. */
    public SpinJsonNode none() {
        return JSON("[]");
    }

    /** The items as options of a form: their id, and id with title as label. */
    public SpinJsonNode options(SpinJsonNode list) {
        return JSON(stream(items(list)).map(item -> Map.of("value", item.path(ID).asText(),
                "label", item.path(ID).asText() + ": " + item.path(TITLE).asText())).toList());
    }

    /** Those of which a field has one of these words, which stand with commas between them. */
    public SpinJsonNode where(SpinJsonNode list, String field, String words) {
        Set<String> wanted = Set.of(words.split("\\s*,\\s*"));
        ArrayNode found = JACKSON.createArrayNode();
        stream(items(list)).filter(item -> wanted.contains(item.path(field).asText())).forEach(found::add);
        return JSON(found.toString());
    }

    /** The items that are not about this one, as an id in a field of theirs says. */
    public SpinJsonNode besides(SpinJsonNode list, String field, String id) {
        ArrayNode others = JACKSON.createArrayNode();
        stream(items(list)).filter(item -> !item.path(field).asText().equals(id)).forEach(others::add);
        return JSON(others.toString());
    }

    /** Lists, with commas between them, in which nothing stands where they are not there yet. */
    public void begin(VariableScope scope, String lists) {
        Stream.of(lists.split("\\s*,\\s*")).filter(list -> scope.getVariable(list) == null).forEach(list -> scope.setVariable(list, none()));
    }

    /** How many have nothing in this field. */
    public int without(SpinJsonNode list, String field) {
        return (int) stream(items(list)).filter(item -> item.path(field).asText("").isBlank() || item.path(field).isNull()).count();
    }

    /** How many words stand in this field of more than one. */
    public int repeated(SpinJsonNode list, String field) {
        return (int) stream(items(list)).map(item -> item.path(field)).filter(value -> !value.isMissingNode() && !value.isNull())
                .collect(Collectors.groupingBy(JsonNode::asText, Collectors.counting())).values().stream().filter(times -> times > 1).count();
    }

    /** The list with this item, of which the fields stand in variables; in the place of the one with that id, where there is one. */
    public SpinJsonNode put(VariableScope form, String list, String id, String name, String fields) {
        ArrayNode items = items(form.getVariable(list));
        fill(stream(items).filter(item -> item.path(ID).asText().equals(id)).findFirst().map(ObjectNode.class::cast)
                .orElseGet(() -> items.addObject().put(ID, id)), form, name, fields);
        return JSON(items.toString());
    }

    /** What stands in this field of an item, for a form that changes it; null without such an item or field. */
    public Object field(SpinJsonNode list, String id, String field) {
        JsonNode value = stream(items(list)).filter(item -> item.path(ID).asText().equals(id)).findFirst()
                .map(item -> item.path(field)).orElseGet(JACKSON::missingNode);
        return value.isMissingNode() || value.isNull() ? null : value.isValueNode() ? value.asText() : JSON(value.toString());
    }

    /** As people read them in a text: one on each line. */
    public String lines(SpinJsonNode list) {
        return stream(items(list)).map(item -> item.path(ID).asText() + ": " + item.path(TITLE).asText()).collect(Collectors.joining("\n"));
    }

    /** How many have one of these words in this field. */
    public int count(SpinJsonNode list, String field, String words) {
        return where(list, field, words).elements().size();
    }

    /** The list with another value in this field of one item. */
    public SpinJsonNode with(SpinJsonNode list, String id, String field, Object value) {
        ArrayNode items = items(list);
        item(items, id).set(field, json(value));
        return JSON(items.toString());
    }

    /**
     * The list after someone completed the form of an item. Its step ({@code findingStep}) is {@code add}, {@code change},
     * {@code remove} or {@code done}; which one it is about stands in {@code findingChosen}, and each field in its own
     * variable, such as {@code findingTitle}. When {@code findingChanging} names an item, the answers are of that one; when no
     * step was asked, as nothing stands in the list yet, they are the first.
     *
     * @param form   holds the answers
     * @param letter with which ids of this list begin
     * @param name   of one item, with which the names of the variables begin
     * @param fields with commas between them
     */
    public SpinJsonNode entered(VariableScope form, String list, String letter, String name, String fields) {
        ArrayNode items = items(form.getVariable(list));
        Object changing = form.getVariable(name + CHANGING);
        Object asked = form.getVariable(name + STEP);
        Object chosen = changing == null ? form.getVariable(name + CHOSEN) : changing;
        switch (changing != null ? "change" : asked == null ? "add" : asked.toString()) {
            case "add" -> {
                String id = letter + next(form, list, items, letter);
                fill(items.addObject().put(ID, id), form, name, fields);
            }
            case "change" -> fill(item(items, chosen), form, name, fields);
            case "remove" -> {
                ObjectNode item = item(items, chosen);
                isNamedByNone(form, item.path(ID).asText());
                items.remove(stream(items).toList().indexOf(item));
            }
            case "done" -> { }
            default -> throw Refusal.invalid("Kies wat u wilt doen: toevoegen, wijzigen, weghalen of klaar.");
        }
        return JSON(items.toString());
    }

    /** What another item rests on, can't go before that one does. */
    private static void isNamedByNone(VariableScope form, String id) {
        form.getVariables().values().stream().filter(SpinJsonNode.class::isInstance).map(SpinJsonNode.class::cast).filter(SpinJsonNode::isArray)
                .flatMap(list -> stream(items(list))).filter(other -> other.has(ID) && names(other, id)).findFirst().ifPresent(other -> {
                    throw Refusal.conflict(id + " hoort nog bij " + other.path(ID).asText() + ": " + other.path(TITLE).asText()
                            + ". Pas dat eerst aan.");
                });
    }

    private static boolean names(JsonNode other, String id) {
        return StreamSupport.stream(other.spliterator(), false).filter(field -> field != other.path(ID)).anyMatch(field -> field.asText().equals(id)
                || field.isArray() && StreamSupport.stream(field.spliterator(), false).anyMatch(one -> one.asText().equals(id)));
    }

    private static ObjectNode item(ArrayNode items, Object id) {
        return stream(items).filter(item -> item.path(ID).asText().equals(id)).findFirst().map(ObjectNode.class::cast)
                .orElseThrow(() -> Refusal.conflict("Wat u koos, staat niet meer in de lijst. Kies opnieuw."));
    }

    private static void fill(ObjectNode item, VariableScope form, String name, String fields) {
        Stream.of(fields.split("\\s*,\\s*")).forEach(field -> item.set(field,
                json(form.getVariable(name + Character.toUpperCase(field.charAt(0)) + field.substring(1)))));
        form.setVariable(name + ENTERED, item.path(ID).asText());
    }

    private static JsonNode json(Object value) {
        return value instanceof SpinJsonNode node ? (JsonNode) node.unwrap() : JACKSON.valueToTree(value);
    }

    private static int next(VariableScope form, String list, ArrayNode items, String letter) {
        int known = stream(items).mapToInt(item -> Integer.parseInt(item.path(ID).asText().substring(letter.length()))).max().orElse(0);
        int next = Math.max(known, form.getVariable(list + LAST) instanceof Number given ? given.intValue() : 0) + 1;
        form.setVariable(list + LAST, next);
        return next;
    }

    private static ArrayNode items(Object list) {
        return list instanceof SpinJsonNode known ? ((ArrayNode) known.unwrap()).deepCopy() : JACKSON.createArrayNode();
    }

    private static Stream<JsonNode> stream(ArrayNode items) {
        return StreamSupport.stream(items.spliterator(), false);
    }
}
