package nl.tweespoor.engine;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.core.model.CallableElementParameter;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/**
 * What a called process gives back where its model says "all": what its caller doesn't have already. The engine would store
 * each value of the dossier again, with a change in the history that nobody made.
 */
class ChangedValues extends CallableElementParameter {

    ChangedValues(boolean local) {
        setAllVariables(true);
        setReadLocal(local);
    }

    @Override
    public void applyTo(VariableScope called, VariableMap given) {
        VariableMap all = Variables.createVariables();
        super.applyTo(called, all);
        ExecutionEntity process = (ExecutionEntity) called;
        ExecutionEntity call = process.getSuperExecution();
        all.keySet().removeIf(name -> process.getVariableInstanceLocal(name) instanceof VariableInstanceEntity value
                && call.getVariableInstance(name) instanceof VariableInstanceEntity known && same(value, known));
        given.putAll(all);
    }

    /** What stands in bytes may have changed unseen. */
    private static boolean same(VariableInstanceEntity one, VariableInstanceEntity other) {
        return one.getByteArrayValueId() == null && other.getByteArrayValueId() == null
                && Objects.equals(one.getSerializerName(), other.getSerializerName())
                && Objects.equals(one.getTextValue(), other.getTextValue())
                && Objects.equals(one.getTextValue2(), other.getTextValue2())
                && Objects.equals(one.getLongValue(), other.getLongValue())
                && Objects.equals(one.getDoubleValue(), other.getDoubleValue());
    }
}
