package nl.tweespoor.walk;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** No test sees the clock, the login or the dossiers of another. */
class CleanSlate implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        AbstractAssertions.init(engine(test));
        wipe(test);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        wipe(test);
        AbstractAssertions.reset();
    }

    private static void wipe(ExtensionContext test) {
        ProcessEngine engine = engine(test);
        ClockUtil.reset();
        engine.getIdentityService().clearAuthentication();
        engine.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list().forEach(running ->
                engine.getRuntimeService().deleteProcessInstance(running.getId(), "end of test", true, true, true));
        List<String> ended = engine.getHistoryService().createHistoricProcessInstanceQuery().list()
                .stream().map(HistoricProcessInstance::getId).toList();
        if (!ended.isEmpty()) {
            engine.getHistoryService().deleteHistoricProcessInstances(ended);
        }
        JdbcClient jdbc = SpringExtension.getApplicationContext(test).getBean(JdbcClient.class);
        jdbc.sql("delete from hand_over").update();
        jdbc.sql("delete from dossier_head").update();
        jdbc.sql("delete from dossier_reporter").update();
        jdbc.sql("delete from decision").update();
        jdbc.sql("delete from stand_in_group").update();
        jdbc.sql("delete from stand_in").update();
        jdbc.sql("update dossier_counter set counter_year = 0, last_number = 0").update();
    }

    private static ProcessEngine engine(ExtensionContext test) {
        return SpringExtension.getApplicationContext(test).getBean(ProcessEngine.class);
    }
}
