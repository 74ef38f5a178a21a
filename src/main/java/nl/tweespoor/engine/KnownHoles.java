package nl.tweespoor.engine;

import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;

/**
 * Shuts what the engine leaves open. For every caller, the administrator included: whoever runs code on the server is
 * above every role. What the engine has off by default is said once more, so that nobody has to know its defaults.
 */
@Component
class KnownHoles extends AbstractProcessEnginePlugin {

    private final ModelsWithoutScripts models;

    KnownHoles() throws ParserConfigurationException, SAXException {
        models = new ModelsWithoutScripts();
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        // After the interceptors of the engine itself: the one for queries reads stored filters.
        engine.setCustomPostCommandInterceptorsTxRequired(new ArrayList<>(List.of(new ExpressionsInQueries())));
        engine.setEnableExpressionsInAdhocQueries(false);

        engine.setCustomPreDeployers(new ArrayList<>(List.of(models)));
        engine.setEnableXxeProcessing(false);
        engine.setScriptEngineResolver(new NoScriptEngines());
        engine.setEnableFetchScriptEngineFromProcessApplication(false);

        engine.setValueTypeResolver(new TypesFromOutside());
        engine.setCustomPreVariableSerializers(new ArrayList<>(List.of(new ObjectsFromOutside())));
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setDeserializationTypeValidator(className -> false);

        engine.setIdentityService(new KeepsAnAdministrator());
    }
}
