package nl.tweespoor.moving;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.tweespoor.engine.VersionChanges;
import nl.tweespoor.engine.VersionChanges.Element;
import org.camunda.bpm.engine.migration.MigratingActivityInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingTransitionInstanceValidationReport;
import org.springframework.stereotype.Component;

/** Says why a dossier can't go to another version, and what to do about it. */
@Component
class WhyNot {

    private static final String BODY = "#multiInstanceBody";

    private final VersionChanges changes;

    WhyNot(VersionChanges changes) {
        this.changes = changes;
    }

    /** In a sentence about a dossier. */
    static String waitsAt(Element place, Set<String> inOther, int number) {
        return "Wacht bij «" + place.name() + "»: " + of(place, inOther, number) + ".";
    }

    /** Of an element that is not the same in the other version. */
    static String of(Element place, Set<String> inOther, int number) {
        return inOther.contains(place.id())
                ? "die stap is in versie " + number + " van een andere soort, of hoort daar bij een ander deel van het proces"
                : "die stap is er in versie " + number + " niet";
    }

    String of(MigratingProcessInstanceValidationException refused, String before, String after, int number) {
        Map<String, Element> elements = changes.elements(before);
        Set<String> other = changes.elements(after).keySet();
        return Stream.concat(
                        refused.getValidationReport().getActivityInstanceReports().stream()
                                .map(MigratingActivityInstanceValidationReport::getSourceScopeId),
                        refused.getValidationReport().getTransitionInstanceReports().stream()
                                .map(MigratingTransitionInstanceValidationReport::getSourceScopeId))
                .map(id -> id.replace(BODY, "")).distinct().filter(elements::containsKey)
                .map(id -> waitsAt(elements.get(id), other, number)).reduce((one, next) -> one + " " + next)
                .orElse("Waar het nu staat, past niet op versie " + number + ".");
    }
}
