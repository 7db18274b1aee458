package org.newsbag.extract;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Started with the arguments of a forked parser: tries to connect to a port of this machine. */
final class ConnectProbe {
    static final int REFUSED = 9;

    private ConnectProbe() {}

    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        boolean connected;
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 2_000);
            connected = true;
        } catch (IOException e) {
            connected = false;
        }
        System.exit(connected ? 0 : REFUSED);
    }
}
