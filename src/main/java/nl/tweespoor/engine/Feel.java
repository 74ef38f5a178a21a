package nl.tweespoor.engine;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.Iterable;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.Ref;

/** The engine's own FEEL, for expressions that stand elsewhere than in a table. */
public final class Feel {

    private static final FeelEngineApi PARSER = FeelEngineBuilder.forJava().build();

    private Feel() {
    }

    /** The variables that an expression reads; none for one that can't be read. */
    public static Set<String> names(String expression) {
        ParseResult parsed = PARSER.parseExpression(expression);
        Set<String> names = new TreeSet<>();
        if (parsed.isSuccess()) {
            Set<String> own = new TreeSet<>(Set.of("item", "partial", "?"));
            names(parsed.parsedExpression().expression(), names, own);
            names.removeAll(own);
        }
        return names;
    }

    /** @param own what a loop or a function in the expression calls by a name of its own */
    private static void names(Object part, Set<String> names, Set<String> own) {
        if (part instanceof Ref ref) {
            names.add(ref.names().head());
        } else if (part instanceof Iterable<?> parts) {
            parts.iterator().foreach(each -> {
                names(each, names, own);
                return null;
            });
        } else if (part instanceof Product product) {
            if (product instanceof Tuple2<?, ?> pair && pair._1() instanceof String name) {
                own.add(name);
            }
            product.productIterator().foreach(each -> {
                names(each, names, own);
                return null;
            });
        }
    }

    /** For what asks often, outside a command of the engine. */
    public static BiFunction<String, VariableContext, Object> of(ProcessEngine engine) {
        FeelEngine feel = ((DefaultDmnEngineConfiguration) ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getDmnEngineConfiguration()).getFeelEngine();
        return feel::evaluateSimpleExpression;
    }

    /** Within a command of the engine. */
    public static Object evaluate(String expression, VariableContext variables) {
        return ((DefaultDmnEngineConfiguration) Context.getProcessEngineConfiguration().getDmnEngineConfiguration())
                .getFeelEngine().evaluateSimpleExpression(expression, variables);
    }
}
