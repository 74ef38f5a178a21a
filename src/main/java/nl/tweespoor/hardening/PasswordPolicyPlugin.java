package nl.tweespoor.hardening;

import java.util.List;
import nl.tweespoor.startup.DemoMode;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.stereotype.Component;

/**
 * Outside the demo a password is long, and not one's name. The engine's own lock is off: with it, ten wrong passwords by
 * a stranger keep a colleague out for good; the login slows the guesser instead.
 */
@Component
public class PasswordPolicyPlugin extends AbstractProcessEnginePlugin {

    /** Characters. */
    public static final int SHORTEST = 12;

    private final DemoMode demo;

    PasswordPolicyPlugin(DemoMode demo) {
        this.demo = demo;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setIdentityProviderSessionFactory(new GenericManagerFactory(WithoutLock.class));
        PasswordPolicy policy = () -> List.of(
                new PasswordPolicyLengthRuleImpl(SHORTEST), new PasswordPolicyUserDataRuleImpl());
        configuration.setPasswordPolicy(policy);
        configuration.setEnablePasswordPolicy(!demo.isOn());
    }

    /** The engine makes one for each command, by its name, so it is public. */
    public static class WithoutLock extends DbIdentityServiceProvider {

        @Override
        protected void lockUser(UserEntity user) {
            // Nothing to count here.
        }
    }
}
