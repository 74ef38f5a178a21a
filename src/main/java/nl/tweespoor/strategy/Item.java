package nl.tweespoor.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.tweespoor.engine.DutchTime;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.json.SpinJsonNode;

/** One item of a list that people made with {@link Items}, as it is read. */
record Item(JsonNode node) {

    static List<Item> of(VariableScope scope, String list) {
        return scope.getVariable(list) instanceof SpinJsonNode known && known.isArray()
                ? StreamSupport.stream(((JsonNode) known.unwrap()).spliterator(), false).map(Item::new).toList() : List.of();
    }

    String id() {
        return node.path(ModelIds.ID).asText();
    }

    /** Empty where nothing was filled in. */
    String text(String field) {
        return node.path(field).isNull() ? "" : node.path(field).asText("").strip();
    }

    /** Null where nothing was filled in. */
    String textOrNull(String field) {
        return text(field).isEmpty() ? null : text(field);
    }

    LocalDate day(String field) {
        return text(field).isEmpty() ? null : DutchTime.day(text(field));
    }

    Integer number(String field) {
        return text(field).isEmpty() ? null : Integer.valueOf(text(field));
    }

    Stream<String> texts(String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false).map(JsonNode::asText);
    }
}
