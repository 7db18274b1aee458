package org.newsbag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.newsbag.profile.ProfileSubject;

/** A bag of ours, read back naively from its folder or tar file, for a profile to judge. */
public final class BagOnDisk implements ProfileSubject {
    private final Path folder;
    private final List<String> names;
    private final Optional<Collection<String>> form;

    private BagOnDisk(Path folder, Optional<Collection<String>> form) throws IOException {
        this.folder = folder;
        this.form = form;
        names = Making.names(folder);
    }

    /** A folder as it is, or a tar file unpacked beside it. */
    public static BagOnDisk read(Path bag) throws IOException {
        if (Files.isDirectory(bag)) return new BagOnDisk(bag, Optional.empty());
        var unpacked = Files.createTempDirectory(bag.toAbsolutePath().getParent(), "unpacked");
        try (var in = new TarArchiveInputStream(Files.newInputStream(bag))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var target = unpacked.resolve(entry.getName());
                if (entry.isDirectory()) Files.createDirectories(target);
                else Files.copy(in, target);
            }
        }
        try (var top = Files.list(unpacked)) {
            return new BagOnDisk(top.findFirst().orElseThrow(), Optional.of(List.of("application/x-tar")));
        }
    }

    public List<String> names() {
        return names;
    }

    @Override
    public Optional<String> bagItVersion() {
        return Optional.of(lines("bagit.txt").get(0).substring("BagIt-Version: ".length()));
    }

    @Override
    public Optional<List<TagValue>> tags(String path) {
        if (!names.contains(path)) return Optional.empty();
        var tags = new ArrayList<TagValue>();
        for (var line : lines(path)) {
            if (line.startsWith(" ")) {
                var last = tags.remove(tags.size() - 1);
                tags.add(new TagValue(last.label(), last.value() + line));
            } else
                tags.add(new TagValue(line.substring(0, line.indexOf(": ")), line.substring(line.indexOf(": ") + 2)));
        }
        return Optional.of(tags);
    }

    @Override
    public Collection<String> payloadAlgorithms() {
        return algorithms("manifest-");
    }

    @Override
    public Collection<String> tagAlgorithms() {
        return algorithms("tagmanifest-");
    }

    @Override
    public boolean hasFetch() {
        return names.contains("fetch.txt");
    }

    @Override
    public void tagFiles(Consumer<String> sink) {
        each(name -> !name.startsWith("data/"), sink);
    }

    @Override
    public void payloadFiles(Consumer<String> sink) {
        each(name -> name.startsWith("data/"), sink);
    }

    @Override
    public long payloadFileCount() {
        return names.stream().filter(name -> name.startsWith("data/")).count();
    }

    @Override
    public long payloadBytes() {
        return names.stream()
                .filter(name -> name.startsWith("data/"))
                .mapToLong(name -> folder.resolve(name).toFile().length())
                .sum();
    }

    @Override
    public Optional<Collection<String>> serialization() {
        return form;
    }

    private List<String> algorithms(String prefix) {
        return names.stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length(), name.length() - ".txt".length()))
                .toList();
    }

    private void each(Predicate<String> wanted, Consumer<String> sink) {
        names.stream().filter(wanted).forEach(sink);
    }

    private List<String> lines(String name) {
        try {
            return Files.readAllLines(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
