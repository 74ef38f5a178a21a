package nl.tweespoor.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.ognl.ObjectPropertyAccessor;
import org.apache.ibatis.ognl.OgnlContext;
import org.apache.ibatis.ognl.OgnlException;
import org.apache.ibatis.ognl.OgnlRuntime;

/**
 * Remembers which method answers a property that the engine's mappings ask of a question. MyBatis remembers those that are named
 * like a getter; for the others, of which each question of the engine has dozens, it would read all methods of the class each time.
 */
class QuestionProperties extends ObjectPropertyAccessor {

    private final ClassValue<Map<String, Optional<Method>>> methods = new ClassValue<>() {
        @Override
        protected Map<String, Optional<Method>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    static void remember() {
        OgnlRuntime.setPropertyAccessor(Object.class, new QuestionProperties());
    }

    @Override
    public Object getPossibleProperty(OgnlContext context, Object target, String name) throws OgnlException {
        Class<?> type = target.getClass();
        Optional<Method> method = methods.get(type).computeIfAbsent(name, property -> methodOf(type, property));
        if (method.isEmpty()) {
            return super.getPossibleProperty(context, target, name);
        }
        try {
            return OgnlRuntime.invokeMethod(target, method.get(), null);
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new OgnlException(name, e);
        }
    }

    private static Optional<Method> methodOf(Class<?> type, String property) {
        return OgnlRuntime.getGetMethod(type, property) == null
                ? Optional.ofNullable(OgnlRuntime.getReadMethod(type, property)) : Optional.empty();
    }
}
