package org.newsbag.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.path.RelativePath;

/** Folders with local copies of profiles, the first of which wins. Nothing is ever fetched from the network. */
public final class ProfileShelf {
    private static final String EXTENSION = ".json";

    private final List<Path> folders;

    private ProfileShelf(List<Path> folders) {
        this.folders = folders;
    }

    /** A folder that does not exist holds no profiles. */
    public static ProfileShelf of(List<Path> folders) {
        return new ProfileShelf(List.copyOf(folders));
    }

    /**
     * Every profile of the shelf, folder by folder and by name; of two with one name the first. JSON files that are no profiles are passed over.
     *
     * @throws IOException where a folder or a file cannot be read
     */
    public List<ShelvedProfile> list() throws IOException {
        var all = new ArrayList<ShelvedProfile>();
        var names = new HashSet<String>();
        for (var folder : folders)
            for (var file : files(folder)) {
                var findings = new Findings();
                var profile = Profile.read(file, findings);
                if (!findings.has(FindingCode.PROFILE_UNREADABLE) && names.add(name(file)))
                    all.add(new ShelvedProfile(name(file), file, profile, findings.list()));
            }
        return all;
    }

    /** The file of a profile that is called by its name, such as {@code newsbag-news}, or by the path of its file. */
    public Optional<Path> find(String nameOrFile) {
        if (RelativePath.isLegal(nameOrFile) && nameOrFile.indexOf('/') < 0)
            for (var folder : folders) {
                var file = folder.resolve(nameOrFile + EXTENSION);
                if (Files.isRegularFile(file)) return Optional.of(file);
            }
        if (nameOrFile.indexOf('\0') >= 0) return Optional.empty();
        var file = Path.of(nameOrFile);
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    /**
     * The profile that a bag names in BagIt-Profile-Identifier.
     *
     * @throws IOException where a folder or a file cannot be read
     */
    public Optional<ShelvedProfile> identified(String identifier) throws IOException {
        return list().stream()
                .filter(shelved -> shelved.profile()
                        .flatMap(profile -> profile.info().identifier())
                        .equals(Optional.of(identifier)))
                .findFirst();
    }

    private static List<Path> files(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        if (!Files.isDirectory(folder)) return files;
        try (var listing = Files.newDirectoryStream(folder, "*" + EXTENSION)) {
            for (var file : listing) if (Files.isRegularFile(file)) files.add(file);
        }
        files.sort((a, b) -> RelativePath.compareUtf8(name(a), name(b)));
        return files;
    }

    private static String name(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
    }
}
