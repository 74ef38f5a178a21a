package nl.tweespoor.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** How a plugin adds to a list of the engine: what another plugin put there stays. */
public final class EngineLists {

    private EngineLists() {
    }

    /** Before all others: what must see things as they came in. */
    static <T> void addFirst(T one, Supplier<List<T>> get, Consumer<List<T>> set) {
        List<T> all = new ArrayList<>(List.of(one));
        all.addAll(get.get() == null ? List.of() : get.get());
        set.accept(all);
    }

    public static <T> void add(T one, Supplier<List<T>> get, Consumer<List<T>> set) {
        List<T> all = new ArrayList<>(get.get() == null ? List.of() : get.get());
        all.add(one);
        set.accept(all);
    }
}
