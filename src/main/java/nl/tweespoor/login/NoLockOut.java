package nl.tweespoor.login;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.stereotype.Component;

/** Takes the engine's lock off: with it, ten wrong passwords by a stranger keep a colleague out for good. */
@Component
class NoLockOut extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setIdentityProviderSessionFactory(new GenericManagerFactory(Accounts.class));
    }

    /** The engine makes one for each command, by its name, so it is public. */
    public static class Accounts extends DbIdentityServiceProvider {

        @Override
        protected void lockUser(UserEntity user) {
            // Attempts counts instead, for the address that guesses.
        }
    }
}
