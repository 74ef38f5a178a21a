package nl.tweespoor.hardening;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import nl.tweespoor.engine.Refusal;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.query.Query;
import org.springframework.util.ReflectionUtils;

/**
 * An expression in a query is code that runs on the server, and the engine looks for it in the outer query only
 * (CVE-2026-109432). What a caller brings may hold none; a stored filter may ask who is logged in and what time it is.
 * Needs the context of the command, to read the filter as it is stored.
 */
class QueryExpressionInterceptor extends CommandInterceptor {

    private static final Set<String> OF_FILTERS = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");

    private static final ClassValue<List<Field>> QUERY_FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            List<Field> fields = new ArrayList<>();
            ReflectionUtils.doWithFields(type, fields::add, field -> Query.class.isAssignableFrom(field.getType()));
            fields.forEach(field -> field.setAccessible(true));
            return fields;
        }
    };

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            refuseAnyIn(query);
        }
        for (Field field : QUERY_FIELDS.get(command.getClass())) {
            refuseAnyIn(ReflectionUtils.getField(field, command));
        }
        if (command instanceof SaveFilterCmd) {
            refuseForeignIn(read(command, "filter"));
        } else if (command instanceof AbstractExecuteFilterCmd && read(command, "filterId") instanceof String id) {
            refuseForeignIn(Context.getCommandContext().getFilterManager().findFilterById(id));
        }
        return next.execute(command);
    }

    private static void refuseAnyIn(Object query) {
        if (!expressionsIn(query).isEmpty()) {
            throw Refusal.invalid("Een zoekvraag mag geen uitdrukkingen bevatten. Vul een vaste waarde in.");
        }
    }

    private static void refuseForeignIn(Object filter) {
        if (filter instanceof Filter stored && !OF_FILTERS.containsAll(expressionsIn(stored.getQuery()))) {
            throw Refusal.invalid("Een filter mag alleen deze uitdrukkingen bevatten: ${currentUser()}, "
                    + "${currentUserGroups()} en ${now()}. Vul anders een vaste waarde in.");
        }
    }

    private static List<String> expressionsIn(Object query) {
        List<String> expressions = new ArrayList<>();
        collect(query, expressions, Collections.newSetFromMap(new IdentityHashMap<>()));
        return expressions;
    }

    private static void collect(Object query, List<String> expressions, Set<Object> seen) {
        if (query instanceof AbstractQuery<?, ?> known && seen.add(known)) {
            expressions.addAll(known.getExpressions().values());
            if (known instanceof TaskQueryImpl tasks) {
                tasks.getQueries().forEach(or -> collect(or, expressions, seen));
            }
        }
    }

    private static Object read(Command<?> command, String name) {
        Field field = ReflectionUtils.findField(command.getClass(), name);
        if (field == null) {
            throw new IllegalStateException("No field " + name + " in " + command.getClass());
        }
        field.setAccessible(true);
        return ReflectionUtils.getField(field, command);
    }
}
