package nl.tweespoor.gate;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.Process;

/** What one file holds, and what is wrong with it as it was read. Its name and content stand for it. */
record ModelFile(String name, ByteBuffer content, List<Models.ProcessModel> processes, List<Process> drawings, List<Models.TableModel> tables,
        List<Models.FormModel> forms, Findings unreadable) {

    ModelFile(String name, ByteBuffer content) {
        this(name, content, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new Findings());
    }
}
