package nl.tweespoor.gate;

import java.util.Set;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.xml.sax.Attributes;

/** What a model may run: expressions that call what Tweespoor offers. A model is code, and no more of it than this is ours. */
@Component
class RunCheck implements FileCheck {

    /** The beans that are made for models; see their packages for what each does. */
    static final Set<String> BEANS = Set.of("answerMail", "amounts", "carrierChanges", "changes", "conditionList", "dossiers", "erasures", "goals",
            "handOvers", "headMail", "items", "lessons", "message", "people", "periods", "pollMail", "polls", "points", "raisedPoints", "reasons", "reporters", "standIns", "strategyStart", "strategyTeam", "strategies", "strategyMail", "councilMail", "councils", "drift", "teams", "teamPlans", "floorHelp", "updates", "teamStandings");
    private static final String MODELER = "http://camunda.org/schema/modeler/1.0";
    private static final String CLOUD = "Camunda Cloud";
    private static final Set<String> NUMBERS = Set.of("priority", "jobPriority");
    private static final Set<String> FORBIDDEN = Set.of("class", "formHandlerClass", "topic", "taskPriority", "variableMappingClass");
    /** What a bean is of, so that what is called is there. */
    private final Expressions expressions;

    RunCheck(ListableBeanFactory offered) {
        expressions = new Expressions(BEANS, offered::getType);
    }

    @Override
    public void check(ModelFile file, boolean ours, Findings findings) {
        file.processes().forEach(process -> {
            if (!new Reader(process.file(), ours, findings).read(process.content())) {
                findings.add(process.file(), "", "is niet te lezen. Sla het model opnieuw op in Camunda Modeler.");
            }
        });
    }

    private class Reader extends ExpressionReader {

        private final String file;
        private final boolean ours;
        private final Findings findings;

        Reader(String file, boolean ours, Findings findings) {
            this.file = file;
            this.ours = ours;
            this.findings = findings;
        }

        @Override
        void element(String namespace, String element, Attributes attributes) {
            boolean ofCamunda = namespace.equals(Elements.CAMUNDA);
            if (ours && element.equals("definitions") && CLOUD.equals(attributes.getValue(MODELER, "executionPlatform"))) {
                findings.add(file, "", "dit model is voor Camunda 8 gemaakt. Maak het in Camunda Modeler als model voor Camunda 7.");
            }
            if (element.equals("connector") && ofCamunda) {
                find("roept een ander systeem aan via een connector, en dat kan in Tweespoor niet. Haal de connector weg.");
            }
            if (Set.of("script", "scriptTask").contains(element)) {
                find("voert een script uit, en dat doet Tweespoor niet. Gebruik een beslistabel of een formulier.");
            }
            for (int i = 0; i < attributes.getLength(); i++) {
                String name = attributes.getLocalName(i);
                String value = attributes.getValue(i);
                boolean camunda = ofCamunda || attributes.getURI(i).equals(Elements.CAMUNDA);
                if (camunda && FORBIDDEN.contains(name)) {
                    find("noemt bij '" + name + "' eigen programmatuur of een ander systeem (" + value + "), en dat kan in Tweespoor niet. "
                            + "Gebruik een taak met een formulier, een beslistabel of een bericht.");
                } else if (camunda && name.equals("type") && Set.of("external", "mail", "shell").contains(value) && element.endsWith("Task")) {
                    find("is werk voor een ander systeem ('" + value + "'), en dat kan in Tweespoor niet. Gebruik een taak met een formulier.");
                } else if (camunda && NUMBERS.contains(name) && !value.contains("{") && !value.matches("\\d{1,9}")) {
                    find("bij '" + name + "' staat '" + value + "', en dat is geen getal. Schrijf een getal zoals 50, of laat het leeg.");
                } else if (camunda && name.equals("followUpDate") && !value.contains("{") && !Timers.isReadable("timeDate", value)) {
                    find("bij 'Follow up date' staat '" + value + "', en dat is geen dag. Schrijf een dag zoals 2027-01-31, of laat het leeg.");
                }
            }
        }

        @Override
        void text(String element, String text) {
            Timers.problem(element, text).ifPresent(this::find);
        }

        @Override
        void evaluated(String place, String expression) {
            expressions.check(expression, problem -> find("de expressie '" + expression + "' " + problem + ". Verbeter haar."));
        }

        private void find(String sentence) {
            findings.add(file, here(), "%s", sentence);
        }
    }
}
