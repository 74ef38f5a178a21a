package nl.tweespoor.rollout;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** Turns the rows of the stand-up form into barriers that each get an owner and a date. */
@Component("barriers")
public class Barriers {

    /** As many rows as {@code hold-stand-up.form} has. */
    private static final int ROWS = 3;

    public List<SpinJsonNode> fromStandUp(VariableScope standUp) {
        return IntStream.rangeClosed(1, ROWS).mapToObj(row -> ModelIds.BARRIER + row)
                .filter(row -> standUp.getVariable(row) instanceof String description && !description.isBlank())
                .<SpinJsonNode>map(row -> Spin.JSON(Map.of(
                        ModelIds.ITS_DESCRIPTION, standUp.getVariable(row),
                        ModelIds.ITS_OWNER, standUp.getVariable(row + ModelIds.OWNER),
                        ModelIds.ITS_DATE, standUp.getVariable(row + ModelIds.DATE))))
                .toList();
    }
}
