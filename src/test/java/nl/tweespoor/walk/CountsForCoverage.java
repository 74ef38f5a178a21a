package nl.tweespoor.walk;

import java.util.ArrayList;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.community.process_test_coverage.core.engine.ExcludeFromProcessCoverage;
import org.camunda.community.process_test_coverage.engine.platform7.ElementCoverageParseListener;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tells {@link WalkedSteps} which test is walking, and what it walks. */
class CountsForCoverage extends AbstractProcessEnginePlugin implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        if (!test.getRequiredTestClass().isAnnotationPresent(ExcludeFromProcessCoverage.class)) {
            WalkedSteps.OF_THIS_RUN.begin(test.getUniqueId(),
                    test.getRequiredTestClass().getSimpleName() + ": " + test.getDisplayName());
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        WalkedSteps.OF_THIS_RUN.end();
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        if (configuration.getCustomPreBPMNParseListeners() == null) {
            configuration.setCustomPreBPMNParseListeners(new ArrayList<>());
        }
        var listener = new ElementCoverageParseListener();
        listener.setCoverageState(WalkedSteps.OF_THIS_RUN);
        configuration.getCustomPreBPMNParseListeners().add(listener);
    }
}
