package nl.tweespoor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import nl.tweespoor.walk.EngineTest;
import org.apache.ibatis.ognl.OgnlException;
import org.apache.ibatis.ognl.OgnlRuntime;
import org.apache.ibatis.scripting.xmltags.ExpressionEvaluator;
import org.apache.ibatis.scripting.xmltags.OgnlCache;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class QuestionPropertiesTest {

    @Autowired
    ProcessEngine engine;

    @ParameterizedTest
    @ValueSource(classes = {TaskQueryImpl.class, ProcessInstanceQueryImpl.class, HistoricTaskInstanceQueryImpl.class})
    void propertyIsAnsweredByTheMethodThatHasItsName(Class<?> type) throws ReflectiveOperationException, OgnlException {
        Object question = type.getConstructor().newInstance();
        List<Method> answers = Arrays.stream(type.getMethods()).filter(method -> method.getParameterCount() == 0
                && method.getReturnType() == boolean.class && method.getName().startsWith("is")).toList();

        assertThat(OgnlRuntime.getPropertyAccessor(type)).isInstanceOf(QuestionProperties.class);
        // Some answers come from the settings of the engine, which are there in a command only.
        Unchecked.inCommand(engine, context -> assertThat(answers).isNotEmpty().allSatisfy(method -> {
            assertThat(OgnlCache.getValue(method.getName(), question)).isEqualTo(method.invoke(question));
            assertThat(OgnlCache.getValue(method.getName(), question)).isEqualTo(method.invoke(question));
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"maxResults == 2147483647", "nameLike == null", "isOrQueryActive == false", "!isOrQueryActive"})
    void conditionOfAMappingIsReadAsBefore(String condition) {
        assertThat(new ExpressionEvaluator().evaluateBoolean(condition, new TaskQueryImpl())).isTrue();
    }
}
