package nl.tweespoor.gate;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.Process;

/** What one file holds, and what is wrong with it as it was read. */
record ModelFile(FileKey key, List<Models.ProcessModel> processes, List<Process> drawings, List<Models.TableModel> tables,
        List<Models.FormModel> forms, Findings unreadable) {

    ModelFile(FileKey key) {
        this(key, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new Findings());
    }
}
