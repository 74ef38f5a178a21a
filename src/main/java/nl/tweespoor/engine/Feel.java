package nl.tweespoor.engine;

import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.variable.context.VariableContext;

/** The engine's own FEEL, for expressions that stand elsewhere than in a table. */
public final class Feel {

    private Feel() {
    }

    /** Within a command of the engine. */
    public static Object evaluate(String expression, VariableContext variables) {
        return ((DefaultDmnEngineConfiguration) Context.getProcessEngineConfiguration().getDmnEngineConfiguration())
                .getFeelEngine().evaluateSimpleExpression(expression, variables);
    }
}
