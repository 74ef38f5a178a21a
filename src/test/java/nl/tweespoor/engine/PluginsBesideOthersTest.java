package nl.tweespoor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.tweespoor.walk.EngineTest;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An engine has one list of each kind, and every plugin can reach it. */
@EngineTest
class PluginsBesideOthersTest {

    private final BpmnParseListener parseListener = new AbstractBpmnParseListener() { };
    private final CommandInterceptor interceptor = new CommandInterceptor() {
        @Override
        public <T> T execute(Command<T> command) {
            return next.execute(command);
        }
    };
    private final Deployer deployer = deployment -> { };
    private final DmnDecisionTableEvaluationListener decisionListener = event -> { };
    private final DmnDecisionEvaluationListener evaluationListener = event -> { };

    @Autowired
    List<ProcessEnginePlugin> plugins;

    @Test
    void whatAnotherPluginHungInStays() {
        ProcessEngineConfigurationImpl engine = new StandaloneInMemProcessEngineConfiguration();
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(parseListener)));
        engine.setCustomPreCommandInterceptorsTxRequired(new ArrayList<>(List.of(interceptor)));
        engine.setCustomPostCommandInterceptorsTxRequired(new ArrayList<>(List.of(interceptor)));
        engine.setCustomPreDeployers(new ArrayList<>(List.of(deployer)));
        DefaultDmnEngineConfiguration decisions = new DefaultDmnEngineConfiguration();
        decisions.setCustomPostDecisionTableEvaluationListeners(new ArrayList<>(List.of(decisionListener)));
        decisions.setCustomPostDecisionEvaluationListeners(new ArrayList<>(List.of(evaluationListener)));
        engine.setDmnEngineConfiguration(decisions);

        plugins.stream().filter(plugin -> plugin.getClass().getName().startsWith("nl.tweespoor."))
                .forEach(plugin -> plugin.preInit(engine));

        assertThat(engine.getCustomPostBPMNParseListeners()).contains(parseListener).hasSizeGreaterThan(1);
        assertThat(engine.getCustomPreCommandInterceptorsTxRequired()).contains(interceptor).hasSizeGreaterThan(1);
        assertThat(engine.getCustomPostCommandInterceptorsTxRequired()).contains(interceptor).hasSizeGreaterThan(1);
        assertThat(engine.getCustomPreDeployers()).contains(deployer).hasSizeGreaterThan(1);
        assertThat(engine.getDmnEngineConfiguration()).isSameAs(decisions);
        assertThat(decisions.getCustomPostDecisionTableEvaluationListeners()).contains(decisionListener)
                .hasSizeGreaterThan(1);
        assertThat(decisions.getCustomPostDecisionEvaluationListeners()).contains(evaluationListener).hasSizeGreaterThan(1);
    }
}
