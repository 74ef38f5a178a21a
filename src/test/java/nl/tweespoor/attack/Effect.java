package nl.tweespoor.attack;

import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicInteger;

/** What an attack does when it works: it counts. As an object it counts each time someone makes it from outside. */
public class Effect implements Serializable {

    /** Runs {@link #happen} wherever an expression is evaluated. */
    static final String EXPRESSION =
            "${''.getClass().forName('nl.tweespoor.attack.Effect').getMethod('happen').invoke(null)}";

    private static final AtomicInteger TIMES = new AtomicInteger();

    public static String happen() {
        TIMES.incrementAndGet();
        return "happened";
    }

    static int times() {
        return TIMES.get();
    }

    static void forget() {
        TIMES.set(0);
    }

    public void setName(String name) {
        happen();
    }

    private void readObject(ObjectInputStream bytes) {
        happen();
    }
}
