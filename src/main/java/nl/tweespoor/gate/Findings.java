package nl.tweespoor.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the checks found, each fault once. */
public class Findings {

    private final Set<Finding> all = new LinkedHashSet<>();

    /** @param sentence with places as in {@link String#format} */
    public void add(String file, String element, String sentence, Object... values) {
        all.add(new Finding(file, element == null ? "" : element.replaceAll("\\s+", " ").strip(),
                values.length == 0 ? sentence : sentence.formatted(values)));
    }

    void addAll(Collection<Finding> others) {
        all.addAll(others);
    }

    public List<Finding> all() {
        return new ArrayList<>(all);
    }
}
