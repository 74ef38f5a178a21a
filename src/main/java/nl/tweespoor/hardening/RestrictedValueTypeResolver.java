package nl.tweespoor.hardening;

import java.util.Set;
import org.camunda.bpm.engine.impl.variable.ValueTypeResolverImpl;
import org.camunda.bpm.engine.variable.type.ValueType;

/**
 * What REST may name as the type of a variable. The first door; {@link RefusingObjectSerializer} is the second. Here the
 * answer is a plain no also where REST makes an error of the server of whatever the engine says.
 */
class RestrictedValueTypeResolver extends ValueTypeResolverImpl {

    private static final Set<String> REFUSED = Set.of(ValueType.OBJECT.getName(), "xml");

    @Override
    public ValueType typeForName(String name) {
        if (REFUSED.contains(name)) {
            throw RefusingObjectSerializer.refusal();
        }
        return super.typeForName(name);
    }
}
