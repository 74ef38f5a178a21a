package nl.tweespoor.walk;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * No test sees the clock, the login or the dossiers of another. What a test left behind goes when the next one begins, in
 * one go and past the engine, for which ending a dossier properly is as much work as walking it.
 */
class CleanSlate implements BeforeEachCallback, AfterEachCallback {

    /** What was deployed or is settled at the start, with the rows in it that belong to a dossier all the same. */
    private static final Set<String> KEPT = Set.of("act_ru_authorization", "act_ru_event_subscr", "act_ru_filter",
            "act_ru_job", "act_ru_jobdef");
    private static final String OF_A_DOSSIER = """
            delete from act_ru_authorization where resource_id_ <> '*' and resource_type_ in (%d, %d, %d);
            delete from act_ru_event_subscr where execution_id_ is not null;
            delete from act_ru_job where process_instance_id_ is not null;
            delete from act_ge_bytearray where deployment_id_ is null;
            delete from act_id_membership where exists (select 1 from stand_in s join stand_in_group g on g.stand_in_id = s.id
                where s.ended_at is null and s.stand_in = user_id_ and g.group_id = group_id_);
            delete from reading;
            delete from hand_over;
            delete from dossier_head;
            delete from dossier_reporter;
            delete from register_decision;
            delete from register_word;
            delete from register_goal;
            delete from register_choice;
            delete from ledger_seal_mail;
            delete from ledger_seal_head;
            delete from ledger_seal;
            delete from ledger_entry;
            delete from ledger_head;
            delete from stand_in_group;
            delete from stand_in;
            update dossier_counter set counter_year = 0, last_number = 0;
            """.formatted(Resources.TASK.resourceType(), Resources.HISTORIC_TASK.resourceType(),
            Resources.HISTORIC_PROCESS_INSTANCE.resourceType());

    @Override
    public void beforeEach(ExtensionContext test) {
        reset(test);
        AbstractAssertions.init(engine(test));
        JdbcTemplate database = application(test).getBean(JdbcTemplate.class);
        database.execute(application(test).getEnvironment().getRequiredProperty("spring.datasource.url").startsWith("jdbc:h2:")
                ? "set referential_integrity false;" + wipe(database, "truncate table ") + "set referential_integrity true;"
                : "set session_replication_role = replica;" + wipe(database, "delete from ")
                        + "set session_replication_role = origin;");
    }

    @Override
    public void afterEach(ExtensionContext test) {
        reset(test);
        AbstractAssertions.reset();
    }

    private static void reset(ExtensionContext test) {
        ClockUtil.reset();
        engine(test).getIdentityService().clearAuthentication();
    }

    /** In any order, and so without looking after what refers to what: nothing of it stays. */
    private static String wipe(JdbcTemplate database, String empty) {
        List<String> tables = database.queryForList("select table_name from information_schema.tables", String.class);
        return OF_A_DOSSIER + tables.stream().map(table -> table.toLowerCase(Locale.ROOT))
                .filter(table -> Stream.of("act_ru_", "act_hi_").anyMatch(table::startsWith) && !KEPT.contains(table))
                .map(table -> empty + table + ";").collect(Collectors.joining());
    }

    private static ProcessEngine engine(ExtensionContext test) {
        return application(test).getBean(ProcessEngine.class);
    }

    private static ApplicationContext application(ExtensionContext test) {
        return SpringExtension.getApplicationContext(test);
    }
}
