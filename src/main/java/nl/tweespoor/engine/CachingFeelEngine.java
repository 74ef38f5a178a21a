package nl.tweespoor.engine;

import camundajar.impl.scala.util.Either;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * The engine's own FEEL, which reads an expression of a table or a form once instead of at every evaluation. A form has
 * dozens, and reading one takes many times longer than evaluating it.
 */
class CachingFeelEngine extends ScalaFeelEngine {

    private static final int MOST_EXPRESSIONS = 10_000;

    CachingFeelEngine() {
        super(List.of());
    }

    @Override
    protected FeelEngine buildFeelEngine(CustomFunctionTransformer functions, ValueMapper.CompositeValueMapper values) {
        FeelEngine plain = super.buildFeelEngine(functions, values);
        return new FeelEngine(functions, values, plain.configuration(), plain.clock()) {

            private final Cache<String, Either<Failure, ParsedExpression>> expressions = cache();
            private final Cache<String, Either<Failure, ParsedExpression>> unaryTests = cache();

            @Override
            public Either<Failure, ParsedExpression> parseExpression(String expression) {
                return expressions.get(expression, super::parseExpression);
            }

            @Override
            public Either<Failure, ParsedExpression> parseUnaryTests(String test) {
                return unaryTests.get(test, super::parseUnaryTests);
            }
        };
    }

    private static <T> Cache<String, T> cache() {
        return Caffeine.newBuilder().maximumSize(MOST_EXPRESSIONS).build();
    }
}
