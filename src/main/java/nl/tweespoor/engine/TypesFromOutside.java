package nl.tweespoor.engine;

import java.util.Set;
import nl.tweespoor.refusal.Refusal;
import org.camunda.bpm.engine.impl.variable.ValueTypeResolverImpl;
import org.camunda.bpm.engine.variable.type.ValueType;

/**
 * What REST may name as the type of a variable. The first door; {@link ObjectsFromOutside} is the second. Here the
 * answer is a plain no also where REST makes an error of the server of whatever the engine says.
 */
class TypesFromOutside extends ValueTypeResolverImpl {

    private static final Set<String> REFUSED = Set.of(ValueType.OBJECT.getName(), "xml");

    @Override
    public ValueType typeForName(String name) {
        if (REFUSED.contains(name)) {
            throw ObjectsFromOutside.refusal();
        }
        return super.typeForName(name);
    }
}
