package nl.tweespoor.engine;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Whoever leaves leaves no task behind, whichever way they leave: in the transaction in which they do. */
class MembershipInterceptor extends CommandInterceptor {

    private static final Set<Class<?>> GOINGS = Set.of(DeleteUserCmd.class, DeleteMembershipCmd.class, DeleteGroupCmd.class);

    private final Supplier<TaskHolders> holders;

    MembershipInterceptor(Supplier<TaskHolders> holders) {
        this.holders = holders;
    }

    @Override
    public <T> T execute(Command<T> command) {
        boolean goes = GOINGS.contains(command.getClass());
        return !goes && !(command instanceof CreateMembershipCmd) ? next.execute(command) : next.execute(context -> {
            List<String> people = of(command);
            T done = command.execute(context);
            // Before that, questions about groups would still be answered as they were.
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    people.forEach(goes ? holders.get()::left : holders.get()::settle);
                }
            });
            return done;
        });
    }

    private List<String> of(Command<?> command) {
        DirectFieldAccessor fields = new DirectFieldAccessor(command);
        return command instanceof DeleteGroupCmd ? holders.get().membersOf((String) fields.getPropertyValue("groupId"))
                : List.of((String) fields.getPropertyValue("userId"));
    }
}
