package nl.tweespoor.register;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.Refusal;

/** Which decisions someone asks for, as SQL over {@code register_decision d}: all that was asked holds of each. */
final class Filter {

    static final String FROM = "from";
    static final String UNTIL = "until";
    static final String PERSON = "person";
    static final String GROUP = "group";
    static final String KIND = "kind";
    static final String OUTCOME = "outcome";
    static final String ADVICE = "advice";
    static final String DOSSIER = "dossier";
    static final String GOAL = "goal";
    static final String VERSION = "version";
    static final String TEXT = "text";
    static final List<String> FIELDS =
            List.of(FROM, UNTIL, PERSON, GROUP, KIND, OUTCOME, ADVICE, DOSSIER, GOAL, VERSION, TEXT);

    /** Whether the advice was followed, in the words of the address. */
    static final String AGAINST = "against";
    static final String FOLLOWED = "followed";
    static final String NO_ADVICE = "none";

    private static final Pattern ONE_VERSION = Pattern.compile("(.+):(\\d{1,9})");
    private static final int MOST_WORDS = 8;

    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final List<String> conditions = new ArrayList<>();
    private final Predicate<String> common;
    private String from = "register_decision d";
    private String joins = "";
    private String leading = "";

    private Filter(Predicate<String> common) {
        this.common = common;
    }

    /**
     * @param asked  by field; what is blank was not asked
     * @param groups which sets of groups there are, each as {@link DecisionIndex} writes it
     * @param all    whether also what belongs to no dossier
     * @param common whether many decisions have this word
     * @throws Refusal when something that was asked can't be
     */
    static Filter of(Map<String, String> asked, List<String> groups, boolean all, Predicate<String> common) {
        Filter filter = new Filter(common);
        if (!all) {
            filter.conditions.add("d.of_dossier");
        }
        FIELDS.forEach(field -> {
            String value = asked.getOrDefault(field, "").replace("\0", "").strip();
            if (!value.isEmpty()) {
                filter.hold(field, value, groups);
            }
        });
        return filter;
    }

    private void hold(String field, String value, List<String> groups) {
        switch (field) {
            case FROM -> condition("d.recorded_at >= :from", field, begin(DutchTime.day(value)));
            case UNTIL -> condition("d.recorded_at < :until", field, begin(DutchTime.day(value).plusDays(1)));
            case PERSON -> equal("d.actor", field, value);
            case KIND -> equal("d.step", field, value);
            case OUTCOME -> equal("d.outcome", field, value);
            case DOSSIER -> condition("d.chain = :dossier", field, value.toUpperCase(Locale.ROOT));
            case GROUP -> group(value, groups);
            case ADVICE -> advice(value);
            case GOAL -> {
                joins += " join register_goal g on g.chain = d.chain and g.goal = :goal";
                parameters.put(field, value);
            }
            case VERSION -> version(value);
            case TEXT -> text(value);
            default -> throw new IllegalStateException(field);
        }
    }

    private void condition(String sql, String name, Object value) {
        conditions.add(sql);
        parameters.put(name, value);
    }

    private void equal(String column, String name, Object value) {
        condition(column + " = :" + name, name, value);
        leading = column + " desc, ";
    }

    private void group(String group, List<String> sets) {
        List<String> holding = sets.stream()
                .filter(set -> set.contains(DecisionIndex.BETWEEN + group + DecisionIndex.BETWEEN)).distinct().toList();
        if (holding.isEmpty()) {
            conditions.add("1 = 0");
        } else {
            condition("d.task_groups in (:groups)", "groups", holding);
        }
    }

    private void advice(String value) {
        switch (value) {
            case AGAINST -> equal("d.against_advice", ADVICE, true);
            case FOLLOWED -> equal("d.against_advice", ADVICE, false);
            case NO_ADVICE -> conditions.add("d.against_advice is null");
            default -> throw Refusal.invalid("Kies uit de lijst of het advies is gevolgd.");
        }
    }

    private void version(String value) {
        Matcher version = ONE_VERSION.matcher(value);
        if (!version.matches()) {
            throw Refusal.invalid("Kies een versie uit de lijst.");
        }
        condition("d.process = :process", "process", version.group(1));
        condition("d.process_version = :version", VERSION, Integer.valueOf(version.group(2)));
    }

    /** Each word, or what begins like it: what few decisions have is found first, for what many have each of them is asked. */
    private void text(String text) {
        List<String> words = List.copyOf(SearchWords.of(text));
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            throw Refusal.invalid("Zoek op een tot en met " + MOST_WORDS
                    + " woorden van minstens twee letters of cijfers. Woorden als 'de' en 'van' tellen niet mee.");
        }
        List<String> rare = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String after = SearchWords.after(words.get(i));
            parameters.put("word" + i, words.get(i));
            if (after != null) {
                parameters.put("after" + i, after);
            }
            String which = "w.word >= :word" + i + (after == null ? "" : " and w.word < :after" + i);
            if (common.test(words.get(i))) {
                conditions.add("exists (select 1 from register_word w where w.chain = d.chain and w.sequence = d.sequence and "
                        + which + ")");
            } else {
                rare.add("select w.chain, w.sequence from register_word w where " + which + " and w.sequence > 0");
            }
        }
        if (!rare.isEmpty()) {
            // H2 takes an outer join in the order in which it stands. It would else go along all decisions, and look for the words of each.
            from = "(" + (rare.size() == 1 ? rare.get(0).replaceFirst("select ", "select distinct ") : String.join(" intersect ", rare))
                    + ") t left join register_decision d on d.chain = t.chain and d.sequence = t.sequence";
            conditions.add("d.chain is not null");
        }
    }

    private static LocalDateTime begin(LocalDate day) {
        return day.atStartOfDay(DutchTime.ZONE).withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** The tables and conditions, with one condition more unless that is empty. */
    String from(String condition) {
        List<String> all = new ArrayList<>(conditions);
        if (!condition.isEmpty()) {
            all.add("(" + condition + ")");
        }
        return " from " + from + joins + all.stream().collect(Collectors.joining(" and ", all.isEmpty() ? "" : " where ", ""));
    }

    /** In front of an order by time: a column that is the same in all, so that H2 sees that an index has that order. */
    String leading() {
        return leading;
    }
}
