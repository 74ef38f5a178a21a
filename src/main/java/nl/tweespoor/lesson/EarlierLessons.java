package nl.tweespoor.lesson;

import static org.camunda.spin.Spin.JSON;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.tweespoor.dossier.Reporters;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.Memberships;
import nl.tweespoor.engine.ShownVariable;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/**
 * What earlier dossiers teach whoever explores or plans one: on the same theme, technology or team, newest first. Where the theme is
 * chosen on the form itself, the newest of each theme come along, and the form shows those of the one that was chosen.
 */
@Component
class EarlierLessons implements ShownVariable {

    private static final int MOST_SHOWN = 5;
    private static final int MOST_LOOKED_AT = 1000;
    /** Shorter words name no technology. */
    private static final int SHORTEST_WORD = 4;

    private final LessonRepository lessons;
    private final Reporters reporters;
    private final Memberships memberships;

    EarlierLessons(LessonRepository lessons, Reporters reporters, Memberships memberships) {
        this.lessons = lessons;
        this.reporters = reporters;
        this.memberships = memberships;
    }

    @Override
    public String name() {
        return ModelIds.EARLIER_LESSONS;
    }

    @Override
    public TypedValue of(DossierTask task) {
        List<Map<String, Object>> rows = switch (task.element()) {
            case ModelIds.IDENTIFY -> rows(task, true);
            case ModelIds.ANALYSE -> rows(task, false);
            default -> List.of();
        };
        return SpinValues.jsonValue(JSON(rows).toString()).create();
    }

    private List<Map<String, Object>> rows(DossierTask task, boolean ofEachTheme) {
        Interest interest = interest(task);
        List<Map<String, Object>> rows = new ArrayList<>();
        Map<String, Integer> ofTheme = new HashMap<>();
        int always = 0;
        for (Lesson lesson : lessons.ofOthers(task.dossierNumber(), MOST_LOOKED_AT)) {
            Optional<String> why = interest.in(lesson);
            if (why.isPresent() && always < MOST_SHOWN) {
                always++;
                rows.add(row(lesson, why.get(), true));
            } else if (ofEachTheme && ofTheme.merge(lesson.theme(), 1, Integer::sum) <= MOST_SHOWN) {
                rows.add(row(lesson, "Zelfde thema", false));
            }
        }
        return rows;
    }

    /** The theme is called otherwise here: in the filter of the form {@code theme} must be the answer, not this. */
    private static Map<String, Object> row(Lesson lesson, String why, boolean always) {
        return Map.of("dossier", lesson.dossier() + " " + lesson.title(), "ending", lesson.endingInWords(), "lesson", lesson.text(), "why", why,
                "about", lesson.theme(), "always", always);
    }

    private Interest interest(DossierTask task) {
        VariableScope dossier = task.variables();
        String technology = text(dossier, ModelIds.TECHNOLOGY);
        Set<String> about = words(text(dossier, ModelIds.TITLE) + " " + text(dossier, ModelIds.PROBLEM) + " " + technology);
        return new Interest(text(dossier, ModelIds.EARLIER_DOSSIER), text(dossier, ModelIds.THEME), about, ownTeams(task));
    }

    /** Those of the dossier, and the groups of who reported it, unless that is kept back. */
    private Set<String> ownTeams(DossierTask task) {
        Set<String> own = new HashSet<>(Lessons.teamsOf(task.variables()));
        reporters.named(task.dossierNumber()).forEach(reporter -> own.addAll(memberships.groupsOf(reporter)));
        return own;
    }

    private static String text(VariableScope dossier, String name) {
        return dossier.getVariable(name) instanceof String text ? text : "";
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).filter(word -> word.length() >= SHORTEST_WORD)
                .collect(Collectors.toSet());
    }

    /**
     * What a dossier has to do with lessons of others.
     *
     * @param from  the dossier of which it is a lesson; empty for none
     * @param theme empty before one was chosen
     * @param about words of what it is about
     * @param teams ids
     */
    private record Interest(String from, String theme, Set<String> about, Set<String> teams) {

        private static final String ANY_THEME = "other";

        /** Why this lesson matters here; nothing when it doesn't. */
        Optional<String> in(Lesson lesson) {
            if (lesson.dossier().equals(from)) {
                return Optional.of("Hier kwam deze kans uit voort");
            }
            if (words(lesson.technology()).stream().anyMatch(about::contains)) {
                return Optional.of("Zelfde techniek");
            }
            if (lesson.teams().stream().anyMatch(teams::contains)) {
                return Optional.of("Zelfde team");
            }
            return !theme.isEmpty() && theme.equals(lesson.theme()) && !theme.equals(ANY_THEME) ? Optional.of("Zelfde thema") : Optional.empty();
        }
    }
}
