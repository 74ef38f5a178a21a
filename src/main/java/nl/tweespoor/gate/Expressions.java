package nl.tweespoor.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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

    private static final Set<String> FUNCTIONS = Set.of("now");
    private static final Set<String> OF_EXECUTION = Set.of("getVariable", "hasVariable", "processBusinessKey");
    private static final Set<String> OF_RESULT = Set.of("getSingleResult");
    private static final Set<String> OF_DATA = Set.of("elements", "prop", "size", "stringValue");

    private final Set<String> beans;
    private final Builder builder = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    /** @param beans what of Tweespoor a model may call */
    Expressions(Set<String> beans) {
        this.beans = beans;
    }

    /** Tells what is wrong in Dutch, without the end of the sentence. */
    void check(String text, Consumer<String> problem) {
        Node tree = read(text, problem);
        if (tree != null) {
            visit(tree, node -> checkNode(node, problem));
        }
    }

    /** The variables without which it can't be evaluated. */
    List<String> reads(String text) {
        List<String> names = new ArrayList<>();
        Node tree = read(text, problem -> { });
        if (tree != null) {
            visit(tree, node -> {
                if (node instanceof AstIdentifier name && !isOurs(name.getName())) {
                    names.add(name.getName());
                }
            });
        }
        return names;
    }

    private Node read(String text, Consumer<String> problem) {
        try {
            return builder.build(text).getRoot();
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

    private boolean isOurs(String name) {
        return beans.contains(name) || name.equals("execution") || name.equals("decisionResult");
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
