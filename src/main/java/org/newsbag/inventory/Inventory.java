package org.newsbag.inventory;

import static org.newsbag.finding.FindingCode.SOURCE_NAME_COLLISION;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import org.newsbag.finding.Findings;
import org.newsbag.path.Portability;
import org.newsbag.path.RelativePath;
import org.newsbag.path.Twins;

/**
 * Everything that the sources hold, sorted by the UTF-8 bytes of its names.
 *
 * @param files regular files, and links that are packaged as files
 * @param emptyFolders folders without any entry, which a bag cannot hold; payload names without {@code data/}
 * @param bytes the sum of the files' sizes
 */
public record Inventory(List<SourceFile> files, List<String> emptyFolders, long bytes) {
    /**
     * Walks the sources. One folder gives its content at the top of the payload; of several sources each stands under its own name.
     * What cannot be packaged is an error among the findings and not in the inventory.
     *
     * @throws IOException where a source itself cannot be looked at
     */
    public static Inventory of(List<Path> sources, Findings findings) throws IOException {
        var files = new ArrayList<SourceFile>();
        var emptyFolders = new ArrayList<String>();
        var prefixes = new HashMap<String, Path>();
        for (var source : sources) {
            var real = source.toRealPath();
            boolean folder = Files.isDirectory(real);
            var name = source.toAbsolutePath().normalize().getFileName();
            if (folder) {
                var prefix = sources.size() > 1 ? (name == null ? "root" : name) + "/" : "";
                var other = prefixes.putIfAbsent(prefix, source);
                if (other == null) new Walk(new SourceRoot(source, real, prefix), files, emptyFolders, findings).run();
                else
                    findings.add(
                            SOURCE_NAME_COLLISION,
                            String.valueOf(name),
                            other + " and " + source + " would both become data/" + name
                                    + ". Package them apart, or rename one of them.");
            } else new Walk(new SourceRoot(source, real.getParent(), ""), files, emptyFolders, findings).single(real);
        }
        Collections.sort(files);
        emptyFolders.sort(RelativePath::compareUtf8);
        reportCollisions(files, findings);
        if (sources.size() > 1) reportTwins(files, emptyFolders, findings);
        return new Inventory(
                Collections.unmodifiableList(files),
                List.copyOf(emptyFolders),
                files.stream().mapToLong(SourceFile::size).sum());
    }

    /** Whether some file lies in a folder of this payload name. */
    public boolean hasFolder(String name) {
        var prefix = name + "/";
        int low = 0;
        int high = files.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (RelativePath.compareUtf8(files.get(middle).name(), prefix) < 0) low = middle + 1;
            else high = middle;
        }
        return low < files.size() && files.get(low).name().startsWith(prefix);
    }

    /** Names at the top of the payload, which come from several folders. */
    private static void reportTwins(List<SourceFile> files, List<String> emptyFolders, Findings findings) {
        var tops = new TreeSet<String>(RelativePath::compareUtf8);
        for (var file : files) tops.add(top(file.name()));
        for (var folder : emptyFolders) tops.add(top(folder));
        var seen = new HashMap<String, String>();
        for (var top : tops) {
            var twin = seen.putIfAbsent(Portability.folded(top), top);
            if (twin != null) findings.add(Twins.finding(twin, top, top));
        }
    }

    private static String top(String name) {
        int end = name.indexOf('/');
        return end < 0 ? name : name.substring(0, end);
    }

    private static void reportCollisions(List<SourceFile> files, Findings findings) {
        for (int i = 1; i < files.size(); i++) {
            var before = files.get(i - 1);
            var file = files.get(i);
            if (file.name().equals(before.name()))
                findings.add(
                        SOURCE_NAME_COLLISION,
                        file.name(),
                        before.location() + " and " + file.location()
                                + " would both become data/" + file.name()
                                + ". Package them apart, or put them into folders of different names.");
            else if (file.name().startsWith(before.name() + "/"))
                findings.add(
                        SOURCE_NAME_COLLISION,
                        before.name(),
                        before.location() + " is a file and " + file.location()
                                + " needs a folder of the same name. Rename one of them.");
        }
    }
}
