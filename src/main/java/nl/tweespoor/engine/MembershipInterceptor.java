package nl.tweespoor.engine;

import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Whoever leaves leaves no task behind, whichever way they leave: in the transaction in which they do. */
class MembershipInterceptor extends CommandInterceptor {

    private static final Set<Class<?>> COMINGS_AND_GOINGS = Set.of(DeleteUserCmd.class, DeleteMembershipCmd.class, CreateMembershipCmd.class);

    private final Supplier<TaskHolders> holders;

    MembershipInterceptor(Supplier<TaskHolders> holders) {
        this.holders = holders;
    }

    @Override
    public <T> T execute(Command<T> command) {
        return !COMINGS_AND_GOINGS.contains(command.getClass()) ? next.execute(command) : next.execute(context -> {
            T done = command.execute(context);
            String userId = (String) new DirectFieldAccessor(command).getPropertyValue("userId");
            // Before that, questions about groups would still be answered as they were.
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    holders.get().settle(userId);
                }
            });
            return done;
        });
    }
}
