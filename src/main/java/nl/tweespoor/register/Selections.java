package nl.tweespoor.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.tweespoor.engine.Refusal;
import org.springframework.stereotype.Component;

/** Reads from an address what is asked; what a page shows and a file holds is the same. */
@Component
class Selections {

    private static final String SAMPLE = "sample";
    private static final String SEED = "seed";

    private final RegisterPolicy policy;
    private final FilterForms forms;
    private final CommonWords commonWords;

    Selections(RegisterPolicy policy, FilterForms forms, CommonWords commonWords) {
        this.policy = policy;
        this.forms = forms;
        this.commonWords = commonWords;
    }

    /** What is known and not blank. */
    static Map<String, String> asked(Map<String, String> request) {
        Map<String, String> asked = new LinkedHashMap<>();
        Stream.concat(Filter.FIELDS.stream(), Stream.of(SAMPLE, SEED))
                .filter(name -> !request.getOrDefault(name, "").isBlank())
                .forEach(name -> asked.put(name, request.get(name).strip()));
        return asked;
    }

    /** @throws Refusal when something of it can't be */
    Selection of(Map<String, String> asked) {
        List<String> groups = asked.containsKey(Filter.GROUP) ? forms.groupSets() : List.of();
        Optional<Sample> sample = Optional.ofNullable(asked.get(SAMPLE)).map(size -> Sample.of(size, asked.getOrDefault(SEED, "")));
        return new Selection(Filter.of(asked, groups, policy.audits(), commonWords::holds), sample);
    }
}
