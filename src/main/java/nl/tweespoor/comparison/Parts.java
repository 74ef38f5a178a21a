package nl.tweespoor.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All parts of a file. */
final class Parts {

    private final Map<String, Part> byId = new LinkedHashMap<>();
    private final Map<String, List<String>> orders = new LinkedHashMap<>();
    private String described = "";

    /** A file may use an id twice; the gate says so. */
    void add(Part part) {
        String id = part.id();
        for (int again = 2; byId.containsKey(id); again++) {
            id = part.id() + "#" + again;
        }
        byId.put(id, id.equals(part.id()) ? part : new Part(id, part.alias(), part.owner(), part.called(), part.name(), part.with(),
                part.facts(), part.drawn()));
    }

    /** A part that stands in a list of which the order counts. */
    void add(String list, Part part) {
        orders.computeIfAbsent(list, key -> new ArrayList<>()).add(part.id());
        add(part);
    }

    void orderDoesNotCount(String list) {
        orders.remove(list);
    }

    /** What is said when all of it is new: proces «Innovatie», met 12 stappen. */
    void describe(String words) {
        described = words;
    }

    String described() {
        return described;
    }

    Part get(String id) {
        return byId.get(id);
    }

    Collection<Part> all() {
        return byId.values();
    }

    Map<String, List<String>> orders() {
        return orders;
    }

    /** With the ids that another version uses for what has the same alias. */
    Parts withIdsOf(Parts other) {
        Map<String, String> ids = new LinkedHashMap<>();
        for (Part part : byId.values()) {
            if (part.alias() != null && other.get(part.id()) == null) {
                other.all().stream().filter(its -> part.alias().equals(its.alias()) && !byId.containsKey(its.id())).findFirst()
                        .ifPresent(its -> ids.put(part.id(), its.id()));
            }
        }
        if (ids.isEmpty()) {
            return this;
        }
        Parts renamed = new Parts();
        renamed.described = described;
        byId.values().forEach(part -> renamed.add(new Part(renamedId(part.id(), part.owner(), ids), part.alias(),
                part.owner() == null ? null : ids.getOrDefault(part.owner(), part.owner()), part.called(), part.name(), part.with(), part.facts(),
                part.drawn())));
        orders.forEach((list, its) -> renamed.orders.put(ids.getOrDefault(list, list), its.stream().map(id ->
                renamedId(id, byId.get(id) == null ? null : byId.get(id).owner(), ids)).toList()));
        return renamed;
    }

    /** The id of an owned part begins with that of its owner. */
    private static String renamedId(String id, String owner, Map<String, String> ids) {
        return owner != null && ids.containsKey(owner) ? ids.get(owner) + id.substring(owner.length()) : ids.getOrDefault(id, id);
    }
}
