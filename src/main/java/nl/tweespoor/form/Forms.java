package nl.tweespoor.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.tweespoor.engine.DeployedForm;
import nl.tweespoor.engine.DeployedForms;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.Submission;
import nl.tweespoor.engine.SubmissionRule;
import nl.tweespoor.engine.TaskRule;
import nl.tweespoor.period.Periods;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The deployed forms; whatever a person sends is held against the one that asks for it. */
@Component
@Order(TaskRule.PREPARES)
public class Forms implements SubmissionRule, TaskRule {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<DeployedForm, Form> parsed = new ConcurrentHashMap<>();
    private final Periods periods;

    Forms(Periods periods) {
        this.periods = periods;
    }

    @Override
    public Map<String, Object> accept(Submission submission) {
        return submission.form().map(this::of).orElse(Form.NONE).accepted(submission.answers(), submission.known(),
                periods::longest);
    }

    @Override
    public void appears(DossierTask task) {
        if (task.property(ModelIds.STARTS_EMPTY).filter("true"::equals).isPresent()) {
            of(task).clear(task.variables());
        }
    }

    /** Works within a command of the engine. */
    public Form of(DossierTask task) {
        return DeployedForms.ofTask(task).map(this::of).orElse(Form.NONE);
    }

    /** Works within a command of the engine. */
    public Form of(DeployedForm form) {
        return parsed.computeIfAbsent(form, deployed -> {
            try (InputStream json = deployed.content()) {
                return Form.of(JSON.readTree(json));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A form from its file. */
    public static Form of(byte[] file) {
        try {
            return Form.of(JSON.readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
