package nl.tweespoor.overview;

import java.util.List;
import java.util.Optional;
import nl.tweespoor.account.Group;
import nl.tweespoor.recording.RecordedDecision;
import nl.tweespoor.recording.RecordedDossier.Filled;

/** Who carries a dossier: the two heads as they decided in it, and who was chosen to lead and to own it. */
final class Carriers {

    private static final String NOT_YET = "Nog niet gekozen";

    private Carriers() {
    }

    static List<Fact> of(List<RecordedDecision> decisions, Answers answers) {
        return List.of(head(Group.HEAD_OF_INNOVATION, decisions), head(Group.HEAD_OF_IMPLEMENTATION, decisions),
                new Fact(Group.PROJECT_LEAD.dutchName(), newer(answers, ModelIds.FORM_TEAM, ModelIds.PROJECT_LEAD, ModelIds.NEW_PROJECT_LEAD)
                        .orElse(NOT_YET)),
                new Fact("Eigenaar in de lijn", owner(decisions, answers)));
    }

    private static Fact head(Group head, List<RecordedDecision> decisions) {
        return new Fact(head.dutchName(), decisions.stream().filter(decision -> decision.groups().equals(List.of(head.id())))
                .map(RecordedDecision::by).findFirst().orElse("Heeft nog niets besloten"));
    }

    private static String owner(List<RecordedDecision> decisions, Answers answers) {
        return newer(answers, ModelIds.LOOK_BACK, ModelIds.NEXT_OWNER, ModelIds.NEW_LINE_OWNER).orElseGet(() -> firstOwner(decisions, answers));
    }

    /** As this step chose, or as who took over was chosen after that. */
    private static Optional<String> newer(Answers answers, String step, String key, String keyOfSuccessor) {
        Optional<Filled> chosen = answers.all(step).stream().filter(filled -> answers.words(filled, key).isPresent()).findFirst();
        return answers.all(ModelIds.CHOOSE_CARRIER).stream().filter(filled -> answers.words(filled, keyOfSuccessor).isPresent())
                .filter(filled -> filled.sequence() > chosen.map(Filled::sequence).orElse(0L)).findFirst()
                .flatMap(filled -> answers.words(filled, keyOfSuccessor)).or(() -> chosen.flatMap(filled -> answers.words(filled, key)));
    }

    private static String firstOwner(List<RecordedDecision> decisions, Answers answers) {
        Optional<Filled> secured = answers.newest(ModelIds.SECURE);
        Optional<String> chosen = secured.flatMap(filled -> answers.words(filled, ModelIds.LINE_OWNER));
        Optional<Filled> answered = answers.newest(ModelIds.ACCEPT_OWNERSHIP)
                .filter(filled -> ModelIds.ACCEPTED.equals(filled.values().get(ModelIds.OWNERSHIP)))
                .filter(filled -> filled.sequence() > secured.map(Filled::sequence).orElse(0L));
        return chosen.map(owner -> answered.flatMap(filled -> decisions.stream()
                        .filter(decision -> decision.sequence() == filled.sequence()).findFirst())
                        .map(accepted -> owner + " – " + accepted.by() + " accepteerde dat op " + Words.day(accepted.at()))
                        .orElse(owner + " – heeft het nog niet geaccepteerd"))
                .or(() -> answers.words(ModelIds.FORM_TEAM, ModelIds.LINE_OWNER).map(later -> later + " (voorzien)")).orElse(NOT_YET);
    }
}
