package nl.tweespoor.register;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/** A kind of file in which someone takes decisions along. */
interface Format {

    /** The end of the name of the file, without the dot. */
    String name();

    String contentType();

    Order order();

    /**
     * Writes all of them, one after the other, and leaves the stream open.
     *
     * @param decisions gives each to who asks
     */
    void write(About about, Consumer<Consumer<Registered>> decisions, OutputStream out) throws IOException;
}
