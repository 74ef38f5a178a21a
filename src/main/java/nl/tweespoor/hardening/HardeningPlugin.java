package nl.tweespoor.hardening;

import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import java.util.List;
import nl.tweespoor.engine.EngineLists;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Shuts what the engine leaves open. For every caller, the administrator included: whoever runs code on the server is
 * above every role. What the engine has off by default is said once more, so that nobody has to know its defaults.
 */
@Component
@Order(1)
class HardeningPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        for (CommandInterceptor first : List.of(new StartInstructionInterceptor(), new CommentAndLinkInterceptor())) {
            EngineLists.add(first, engine::getCustomPreCommandInterceptorsTxRequired,
                    engine::setCustomPreCommandInterceptorsTxRequired);
        }
        // After the interceptors of the engine itself: the one for queries reads stored filters.
        EngineLists.add(new QueryExpressionInterceptor(), engine::getCustomPostCommandInterceptorsTxRequired,
                engine::setCustomPostCommandInterceptorsTxRequired);
        engine.setEnableExpressionsInAdhocQueries(false);

        engine.setEnableXxeProcessing(false);
        engine.setScriptEngineResolver(new RefusingScriptEngineResolver());
        engine.setEnableFetchScriptEngineFromProcessApplication(false);

        engine.setValueTypeResolver(new RestrictedValueTypeResolver());
        EngineLists.add(new RefusingObjectSerializer(), engine::getCustomPreVariableSerializers,
                engine::setCustomPreVariableSerializers);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setDeserializationTypeValidator(className -> false);

        engine.setIdentityService(new LastAdministratorIdentityService());
    }
}
