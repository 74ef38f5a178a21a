package nl.tweespoor.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response.Status;
import java.sql.SQLException;
import java.util.List;
import nl.tweespoor.engine.Refusal;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.MissingAuthorization;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExceptionTranslatorTest {

    @ParameterizedTest
    @CsvSource({"UPDATE, Task, deze taak niet wijzigen", "TASK_ASSIGN, Task, deze taak niet toewijzen",
            "CREATE, Deployment, modellen niet toevoegen",
            "CREATE_INSTANCE, ProcessDefinition, dit proces niet starten", "DELETE, User, dit account niet verwijderen",
            "ACCESS, Application, deze toepassing niet gebruiken", "ALL, NewInTheNextVersion, dit niet wijzigen"})
    void missingPermissionIsToldInWords(String permission, String resource, String told) {
        Explanation no = ExceptionTranslator.of(new AuthorizationException("employee",
                List.of(new MissingAuthorization(permission, resource, "secret-id"))));
        assertThat(no.status()).isEqualTo(403);
        assertThat(no.text()).startsWith("U mag " + told + ".").doesNotContain("secret-id");
    }

    @ParameterizedTest
    @CsvSource({"READ, Task", "READ_VARIABLE, Task", "READ_TASK, ProcessDefinition", "READ_TASK_VARIABLE, ProcessDefinition"})
    void taskThatIsNotYoursIsNotThere(String permission, String resource) {
        assertThat(ExceptionTranslator.of(new AuthorizationException("employee",
                List.of(new MissingAuthorization(permission, resource, "secret-id"))))).isEqualTo(Explanation.noSuchTask());
    }

    @Test
    void whatOnlyAdministratorsMayIsToldInWords() {
        assertThat(ExceptionTranslator.of(new AuthorizationException("Required admin authenticated group or user")))
                .isEqualTo(new Explanation(403, "Dit mag alleen de beheerder."));
    }

    /** The states are those of PostgreSQL and H2, and lie below what the engine and its REST API wrap around them. */
    @ParameterizedTest
    @CsvSource({"40001, 409", "40P01, 409", "55P03, 409", "HYT00, 409", "90131, 409", "23503, 409", "23505, 409",
            "57014, 503", "22001, 400", "22021, 400", "08006, 503", "53100, 503", "57P01, 503", "58030, 503", "90098, 503", "HY000, 500",
            "42P01, 500"})
    void stateOfTheDatabaseTellsARaceFromAFaultAndFromADatabaseThatIsAway(String state, int status) {
        var database = new ProcessEngineException("ENGINE-03004", new RuntimeException(new SQLException("secret", state)));
        Explanation no = ExceptionTranslator.of(new RestException(Status.INTERNAL_SERVER_ERROR, database));
        assertThat(no.status()).isEqualTo(status);
        assertThat(no.text()).doesNotContain("secret", "ENGINE");
    }

    @Test
    void whoCameSecondReadsThatAColleagueWasFirst() {
        assertThat(ExceptionTranslator.of(new RestException(Status.INTERNAL_SERVER_ERROR,
                new OptimisticLockingException("ENGINE-03005 updated by another transaction"))))
                .isEqualTo(new Explanation(409, "Een collega was u net voor. Ververs uw lijst en kijk wat er nu staat."));
    }

    @Test
    void ourSentenceIsFoundUnderWhatAListenerWraps() {
        Refusal ours = Refusal.conflict("Nu even niet.");
        assertThat(ExceptionTranslator.of(new ProcessEngineException("ENGINE-03051 Cannot find task", ours)))
                .isEqualTo(new Explanation(409, "Nu even niet."));
    }

    @Test
    void causeThatCausesItselfEnds() {
        RuntimeException one = new RuntimeException();
        one.initCause(new RuntimeException(one));
        assertThat(ExceptionTranslator.of(one).status()).isEqualTo(500);
    }
}
