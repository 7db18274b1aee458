package org.newsbag.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The arguments of the Java that parses: bounded, alone, the same on every machine, and quick to start. */
final class ForkCommand {
    private ForkCommand() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * @param home a private folder for caches and crash reports
     * @param temporary one in it for the parsers' temporary files
     */
    static List<String> arguments(Path home, Path temporary, int heapMebibytes) {
        var arguments = new ArrayList<>(List.of(
                "-Xmx" + heapMebibytes + "m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-XX:-UsePerfData",
                // Standard output is the line to the parent: the virtual machine itself must keep off it.
                "-Xlog:disable",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + home.resolve("crash.log"),
                "-Djava.io.tmpdir=" + temporary,
                "-Duser.home=" + home,
                "-Dpdfbox.fontcache=" + home,
                "-Djava.awt.headless=true"));
        arguments.addAll(sameEverywhere());
        arguments.addAll(withoutNetwork(home));
        var archive = System.getProperty("newsbag.fork.archive");
        if (archive != null) arguments.add("-XX:SharedArchiveFile=" + archive);
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return List.copyOf(arguments);
    }

    private static List<String> sameEverywhere() {
        return List.of(
                "-Duser.timezone=UTC",
                "-Duser.language=en",
                "-Duser.country=",
                "-Duser.variant=",
                "-Dfile.encoding=UTF-8",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off");
    }

    /** Every connection goes to a proxy that is not there, this machine included, and no name resolves. */
    private static List<String> withoutNetwork(Path home) {
        return List.of(
                "-DsocksProxyHost=127.0.0.1",
                "-DsocksProxyPort=1",
                "-DsocksNonProxyHosts=",
                "-Djdk.net.hosts.file=" + home.resolve("hosts"),
                "-Djavax.xml.accessExternalDTD=",
                "-Djavax.xml.accessExternalSchema=",
                "-Djavax.xml.accessExternalStylesheet=");
    }
}
