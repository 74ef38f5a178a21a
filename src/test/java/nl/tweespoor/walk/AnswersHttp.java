package nl.tweespoor.walk;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Lets HTTP be answered by the engine of the test that asks: the engines of all contexts have one name, and the last that
 * started would answer for every port.
 */
public class AnswersHttp implements BeforeAllCallback, BeforeEachCallback {

    @Override
    public void beforeAll(ExtensionContext test) {
        register(test);
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        register(test);
    }

    private static void register(ExtensionContext test) {
        ProcessEngines.registerProcessEngine(SpringExtension.getApplicationContext(test).getBean(ProcessEngine.class));
    }
}
