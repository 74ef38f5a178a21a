package nl.tweespoor.engine;

import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Counts what is taken in an engine that is there for a trial only, and that nobody else finds by its name. */
public final class TakenFlows extends AbstractProcessEnginePlugin {

    private final Map<String, Integer> taken = new TreeMap<>();

    /** A flow of a process as it is counted. */
    public static String flow(String process, String id) {
        return process + "#" + id;
    }

    /** How often this was taken. */
    public synchronized int times(String flow) {
        return taken.getOrDefault(flow, 0);
    }

    private synchronized void count(String flow) {
        taken.merge(flow, 1, Integer::sum);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        EngineLists.add(new AbstractBpmnParseListener() {
            @Override
            public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
                String id = flow(((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey(), flow.getId());
                flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> count(id));
            }
        }, engine::getCustomPostBPMNParseListeners, engine::setCustomPostBPMNParseListeners);
    }

    /** The webapps and the addresses of the engine serve all engines that are known in the virtual machine. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        ProcessEngines.unregister(engine);
    }
}
