package nl.tweespoor.engine;

import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransform;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransformer;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Hangs our rules into the engine, beside what other plugins hang there. Flyway goes first: it wants an empty database,
 * and the rules want their tables.
 */
@Component
@Order(2)
@DependsOnDatabaseInitialization
class RulesPlugin extends AbstractProcessEnginePlugin {

    private final Rules rules;

    RulesPlugin(Rules rules) {
        this.rules = rules;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        QuestionProperties.remember();
        EngineLists.add(new HistoryWithoutCopies(), engine::getCustomHistoryLevels, engine::setCustomHistoryLevels);
        EngineLists.add(new RuleParseListener(rules),
                engine::getCustomPostBPMNParseListeners, engine::setCustomPostBPMNParseListeners);
        EngineLists.addFirst(new RefusalInterceptor(rules, () -> engine),
                engine::getCustomPreCommandInterceptorsTxRequired, engine::setCustomPreCommandInterceptorsTxRequired);
        EngineLists.addFirst(new ProposalInterceptor(rules, () -> engine),
                engine::getCustomPreCommandInterceptorsTxRequired, engine::setCustomPreCommandInterceptorsTxRequired);
        EngineLists.add(new OccurrenceHistoryHandler(rules),
                engine::getCustomHistoryEventHandlers, engine::setCustomHistoryEventHandlers);
        EngineLists.add(new FormSubmissionInterceptor(rules),
                engine::getCustomPreCommandInterceptorsTxRequired, engine::setCustomPreCommandInterceptorsTxRequired);
        EngineLists.add(new ShownVariablesInterceptor(rules),
                engine::getCustomPreCommandInterceptorsTxRequired, engine::setCustomPreCommandInterceptorsTxRequired);
        EngineLists.add(new MembershipInterceptor(rules::taskHolders),
                engine::getCustomPreCommandInterceptorsTxRequired, engine::setCustomPreCommandInterceptorsTxRequired);
        EngineLists.add(new DeploymentCheckDeployer(rules),
                engine::getCustomPreDeployers, engine::setCustomPreDeployers);
        EngineLists.add(new ProposalDeployer(rules),
                engine::getCustomPostDeployers, engine::setCustomPostDeployers);
        EngineLists.add(new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return AuthorizationManager.class;
            }

            @Override
            public Session openSession() {
                return new OwnTaskAuthorizationManager(rules);
            }
        }, engine::getCustomSessionFactories, engine::setCustomSessionFactories);
        RemovalTimeProvider removal = new RemovalTimeProvider(rules);
        engine.setHistoryRemovalTimeProvider(removal);
        EngineLists.add(new OperationHistoryHandler(removal),
                engine::getCustomHistoryEventHandlers, engine::setCustomHistoryEventHandlers);
        engine.setResourceAuthorizationProvider(new PolicyAuthorizationProvider(rules));
        if (engine.getDmnEngineConfiguration() == null) {
            engine.setDmnEngineConfiguration(new DefaultDmnEngineConfiguration());
        }
        DefaultDmnEngineConfiguration decisions = (DefaultDmnEngineConfiguration) engine.getDmnEngineConfiguration();
        AdviceRuleListener onAdvice = new AdviceRuleListener(rules);
        EngineLists.add(onAdvice, decisions::getCustomPostDecisionTableEvaluationListeners,
                decisions::setCustomPostDecisionTableEvaluationListeners);
        EngineLists.add(onAdvice, decisions::getCustomPostDecisionEvaluationListeners,
                decisions::setCustomPostDecisionEvaluationListeners);
        decisions.setFeelEngineFactory(CachingFeelEngine::new);
        decisions.setTransformer(new DefaultDmnTransformer() {
            @Override
            public DmnTransform createTransform() {
                return new ReadTables(this);
            }
        });
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        CurrentGroups.answerFiltersOf(engine);
        ReadProcesses.in(engine);
    }
}
