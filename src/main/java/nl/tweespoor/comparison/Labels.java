package nl.tweespoor.comparison;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people call what stands in a file under a technical name. What has no word here keeps that name: it is told all the same. */
final class Labels {

    private final Map<String, String> labels = new HashMap<>();
    private final Map<Pattern, String> patterns = new LinkedHashMap<>();

    /**
     * @param paths or several, with a bar between them; with brackets around what stands in the label as {@code $1}
     * @param label null for what isn't told, or by itself
     */
    Labels put(String paths, String label) {
        for (String path : paths.split("\\|")) {
            if (path.contains("(")) {
                patterns.put(Pattern.compile(path), label);
            } else {
                labels.put(path, label);
            }
        }
        return this;
    }

    /** Null for what isn't told. */
    String of(String path) {
        if (labels.containsKey(path)) {
            return labels.get(path);
        }
        for (Map.Entry<Pattern, String> each : patterns.entrySet()) {
            Matcher matcher = each.getKey().matcher(path);
            if (matcher.matches()) {
                return matcher.replaceFirst(each.getValue());
            }
        }
        return "het kenmerk «" + path.replaceFirst("^[/@]", "").replace("extensionElements/", "") + "»";
    }
}
