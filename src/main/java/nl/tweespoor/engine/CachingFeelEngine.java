package nl.tweespoor.engine;

import camundajar.impl.scala.collection.immutable.List;
import camundajar.impl.scala.util.Either;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.api.EvaluationFailure;
import org.camunda.feel.api.EvaluationFailureType;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.SuccessfulEvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.VariableProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.EvaluationFailureCollector;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.ValueMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's own FEEL, which reads an expression of a table or a form once instead of at every evaluation, and makes its
 * functions once. A form has dozens of expressions, and either takes many times longer than evaluating one.
 */
class CachingFeelEngine extends ScalaFeelEngine {

    private static final Logger log = LoggerFactory.getLogger(CachingFeelEngine.class);
    private static final int MOST_EXPRESSIONS = 10_000;

    CachingFeelEngine() {
        super(java.util.List.of());
    }

    @Override
    protected FeelEngine buildFeelEngine(CustomFunctionTransformer functions, ValueMapper.CompositeValueMapper values) {
        FeelEngine plain = super.buildFeelEngine(functions, values);
        FunctionProvider allFunctions = new FunctionProvider.CompositeFunctionProvider(
                toScalaList(new BuiltinFunctions(plain.clock(), values), functions));
        FeelInterpreter interpreter = new FeelInterpreter(values);
        return new FeelEngine(functions, values, plain.configuration(), plain.clock()) {

            private final Cache<String, Either<Failure, ParsedExpression>> expressions = cache();
            private final Cache<String, Either<Failure, ParsedExpression>> unaryTests = cache();

            /** As the engine does, but for making its hundred functions anew; it says itself what goes wrong. */
            @Override
            public EvaluationResult evaluate(ParsedExpression expression, Context variables) {
                try {
                    EvalContext context = new EvalContext(values, VariableProvider.EmptyVariableProvider$.MODULE$,
                            allFunctions, new EvaluationFailureCollector()).merge(variables);
                    Val value = interpreter.eval(expression.expression(), context);
                    List<EvaluationFailure> failures = context.failureCollector().failures();
                    if (!isError(value) && !failures.exists(CachingFeelEngine::isAssertion)) {
                        return new SuccessfulEvaluationResult(values.unpackVal(value), failures);
                    }
                } catch (RuntimeException e) {
                    log.debug("Going over {} once more", expression.text(), e);
                }
                return super.evaluate(expression, variables);
            }

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

    private static boolean isError(Val value) {
        return value instanceof ValError || value instanceof ValFatalError;
    }

    private static boolean isAssertion(EvaluationFailure failure) {
        return failure.failureType() == EvaluationFailureType.ASSERT_FAILURE$.MODULE$;
    }

    private static <T> Cache<String, T> cache() {
        return Caffeine.newBuilder().maximumSize(MOST_EXPRESSIONS).build();
    }
}
