package nl.tweespoor.gate;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** What an expression of a model may do, and which variables it reads. Read as the engine reads it, and never evaluated. */
class Expressions {

    private static final Builder BUILDER = new Builder(Builder.Feature.METHOD_INVOCATIONS);
    private static final Pattern NAMED = Pattern.compile("execution\\.getVariable\\('(\\w+)'\\)");
    private static final Set<String> FUNCTIONS = Set.of("now");
    private static final Set<String> OF_EXECUTION = Set.of("getVariable", "hasVariable", "processBusinessKey");
    private static final Set<String> OF_RESULT = Set.of("getSingleResult");
    private static final Set<String> OF_DATA = Set.of("elements", "prop", "size", "stringValue");

    private final Set<String> beans;
    private final Function<String, Class<?>> types;

    /**
     * @param beans what of Tweespoor a model may call
     * @param types of which class each is
     */
    Expressions(Set<String> beans, Function<String, Class<?>> types) {
        this.beans = beans;
        this.types = types;
    }

    /** Tells what is wrong in Dutch, without the end of the sentence. */
    void check(String text, Consumer<String> problem) {
        Node tree = read(text, problem);
        if (tree != null) {
            visit(tree, node -> checkNode(node, problem));
        }
    }

    /** The variables that it reads, whether it can do without them or not. */
    static List<String> reads(String text) {
        List<String> names = new ArrayList<>();
        Node tree = read(text, problem -> { });
        if (tree != null) {
            visit(tree, node -> {
                if (node instanceof AstIdentifier name) {
                    names.add(name.getName());
                }
            });
            NAMED.matcher(text).results().forEach(name -> names.add(name.group(1)));
        }
        return names;
    }

    private static Node read(String text, Consumer<String> problem) {
        try {
            return BUILDER.build(text).getRoot();
        } catch (TreeBuilderException e) {
            problem.accept("is niet te lezen (vanaf teken %d)".formatted(e.getPosition() + 1));
            return null;
        }
    }

    private void checkNode(Node node, Consumer<String> problem) {
        if (node instanceof AstFunction function && !FUNCTIONS.contains(function.getName())) {
            problem.accept("gebruikt de functie " + function.getName() + ", en die kent Tweespoor niet");
        } else if (node instanceof AstBracket) {
            problem.accept("gebruikt blokhaken, en dat kan in een model niet");
        } else if (node instanceof AstDot dot && !allows(dot.getChild(0), member(dot))) {
            problem.accept("roept " + member(dot) + " aan, en dat mag een model niet");
        } else if (node instanceof AstMethod method && method.getChild(0) instanceof AstDot dot
                && dot.getChild(0) instanceof AstIdentifier bean && beans.contains(bean.getName()) && !OF_DATA.contains(member(dot))) {
            checkCall(bean.getName(), member(dot), method.getChild(1).getCardinality(), problem);
        }
    }

    private void checkCall(String bean, String called, int given, Consumer<String> problem) {
        List<Method> named = Stream.of(types.apply(bean).getMethods()).filter(method -> method.getName().equals(called)).toList();
        if (named.isEmpty()) {
            problem.accept("roept '%s' aan, en dat kent %s niet".formatted(called, bean));
        } else if (named.stream().noneMatch(method -> method.getParameterCount() == given)) {
            problem.accept("geeft %d waarden mee aan '%s', en dat vraagt er %s".formatted(given, called, named.stream()
                    .map(method -> String.valueOf(method.getParameterCount())).distinct().sorted().collect(Collectors.joining(" of "))));
        }
    }

    private boolean allows(Node owner, String member) {
        if (member.equals("class") || member.equals("getClass")) {
            return false;
        }
        if (!(owner instanceof AstIdentifier name)) {
            return !(owner instanceof AstMethod method) || !isResult(method) ? OF_DATA.contains(member) : true;
        }
        return switch (name.getName()) {
            case "execution" -> OF_EXECUTION.contains(member);
            case "decisionResult" -> OF_RESULT.contains(member);
            default -> beans.contains(name.getName()) || OF_DATA.contains(member);
        };
    }

    /** What a table gave: its columns have any name. */
    private static boolean isResult(AstMethod method) {
        return method.getChild(0) instanceof AstDot dot && dot.getChild(0) instanceof AstIdentifier name
                && name.getName().equals("decisionResult");
    }

    /** The tree has no other way to tell. */
    private static String member(AstDot dot) {
        return dot.toString().replaceFirst("^\\W+", "").strip();
    }

    private static void visit(Node node, Consumer<Node> visitor) {
        visitor.accept(node);
        for (int i = 0; i < node.getCardinality(); i++) {
            if (node.getChild(i) != null) {
                visit(node.getChild(i), visitor);
            }
        }
    }
}
