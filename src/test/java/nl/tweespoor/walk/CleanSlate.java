package nl.tweespoor.walk;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * No test sees the clock, the login or the dossiers of another. What a test left behind goes when the next one begins, in
 * one go and past the engine, for which ending a dossier properly is as much work as walking it.
 */
class CleanSlate implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        reset(test);
        AbstractAssertions.init(engine(test));
        application(test).getBean(WalkedBefore.class).emptyTables();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        reset(test);
        engine(test).getRepositoryService().createDeploymentQuery().deploymentName(Walk.CALLER).list()
                .forEach(caller -> engine(test).getRepositoryService().deleteDeployment(caller.getId(), true));
        AbstractAssertions.reset();
    }

    private static void reset(ExtensionContext test) {
        ClockUtil.reset();
        engine(test).getIdentityService().clearAuthentication();
    }

    private static ProcessEngine engine(ExtensionContext test) {
        return application(test).getBean(ProcessEngine.class);
    }

    private static ApplicationContext application(ExtensionContext test) {
        return SpringExtension.getApplicationContext(test);
    }
}
