package nl.tweespoor.hardening;

import nl.tweespoor.engine.Refusal;
import org.camunda.bpm.engine.impl.variable.serializer.AbstractTypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Stands before the serializers of the engine and refuses an object that comes serialised, in whatever format: its
 * sender names the Java class that is made of it on reading. Lists and tables come as Json.
 */
class RefusingObjectSerializer extends AbstractTypedValueSerializer<ObjectValue> {

    RefusingObjectSerializer() {
        super(ValueType.OBJECT);
    }

    @Override
    public boolean canHandle(TypedValue value) {
        if (value instanceof ObjectValue object && !object.isDeserialized()) {
            throw refusal();
        }
        return false;
    }

    static Refusal refusal() {
        return Refusal.invalid("Een variabele van dit soort kan Tweespoor niet aannemen. "
                + "Stuur tekst, een getal, een datum of Json.");
    }

    @Override
    public String getName() {
        return "objects-from-outside";
    }

    @Override
    protected boolean canWriteValue(TypedValue value) {
        return false;
    }

    @Override
    public void writeValue(ObjectValue value, ValueFields fields) {
        throw new UnsupportedOperationException("Only refuses");
    }

    @Override
    public ObjectValue readValue(ValueFields fields, boolean deserialize, boolean asTransient) {
        throw new UnsupportedOperationException("Only refuses");
    }

    @Override
    public ObjectValue convertToTypedValue(UntypedValueImpl value) {
        throw new UnsupportedOperationException("Only refuses");
    }
}
