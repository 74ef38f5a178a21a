package nl.tweespoor.startup;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.core.env.Environment;

/** From where the server can be reached. */
public final class Reachability {

    private Reachability() {
    }

    /** Whether only this machine can reach the server: an empty address means every machine can, and so does a proxy. */
    public static boolean isLocal(Environment environment) {
        String address = environment.getProperty("server.address", "");
        boolean behindProxy = !"none".equalsIgnoreCase(
                environment.getProperty("server.forward-headers-strategy", "none"));
        try {
            return !behindProxy && !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
