package nl.tweespoor.hardening;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import nl.tweespoor.engine.Refusal;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Runs no script in any language, also not one that was deployed before {@link ModelScriptCheck}. */
class RefusingScriptEngineResolver implements ScriptEngineResolver {

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        throw new UnsupportedOperationException("Tweespoor runs no scripts");
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        throw new UnsupportedOperationException("Tweespoor runs no scripts");
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
        throw Refusal.forbidden("Tweespoor voert geen scripts uit. Vraag de proceseigenaar om het model te herstellen.");
    }
}
