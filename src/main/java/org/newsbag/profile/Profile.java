package org.newsbag.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.newsbag.finding.Findings;
import org.newsbag.json.JsonObject;

/**
 * What an archive demands of a bag (BagIt Profiles 1.4). A profile in hand is sound: one that contradicts itself, or lacks what the specification
 * requires, brings findings and no value.
 *
 * @param bagInfo rules for the labels of bag-info.txt, in the profile's order
 * @param otherTagFiles rules for the labels of other tag files
 * @param fetchAllowed Allow-Fetch.txt
 * @param dataEmpty whether data/ must hold no file, or one of no bytes
 * @param bagItVersions the versions of BagIt that are accepted; empty where any is, which only other dialects leave open
 */
public record Profile(
        ProfileInfo info,
        List<TagRule> bagInfo,
        List<TagFileRule> otherTagFiles,
        AlgorithmRule manifests,
        AlgorithmRule tagManifests,
        PathRule tagFiles,
        PathRule payloadFiles,
        boolean fetchAllowed,
        boolean fetchRequired,
        boolean dataEmpty,
        SerializationRule serialization,
        List<String> bagItVersions) {
    /** The label by which a bag says which profiles it follows. */
    public static final String IDENTIFIER = StandardForm.IDENTIFIER;

    /** No profile is longer, in bytes; what is longer is not read. */
    public static final int LONGEST = 1 << 24;

    public Profile {
        bagInfo = List.copyOf(bagInfo);
        otherTagFiles = List.copyOf(otherTagFiles);
        bagItVersions = List.copyOf(bagItVersions);
    }

    /**
     * Reads a profile in the standard form, or in the dialects of APTrust and DART or of Bagger, which are turned into it.
     *
     * @param place how findings name the profile
     * @param json UTF-8, with or without a byte order mark
     * @param findings receives everything that is wrong with the profile, each at its label
     * @return empty where an error was found
     */
    public static Optional<Profile> read(String place, byte[] json, Findings findings) {
        return new ProfileReader(place, findings).read(json);
    }

    /**
     * Reads a profile from a file, as {@link #read(String, byte[], Findings)} does.
     *
     * @throws IOException where the file cannot be read
     */
    public static Optional<Profile> read(Path file, Findings findings) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return read(file.toString(), in.readNBytes(LONGEST + 1), findings);
        }
    }

    /**
     * Holds a bag to the profile and tells everything in which it does not meet it.
     *
     * @throws IOException where the bag cannot be read
     */
    public void check(ProfileSubject bag, Findings findings) throws IOException {
        new ProfileCheck(this, bag, findings).run();
    }

    /** Whether a label and its value declare this profile. */
    public boolean isDeclaredBy(String label, String value) {
        return label.equalsIgnoreCase(IDENTIFIER) && info.identifier().equals(Optional.of(value));
    }

    /** The profile in the standard form of BagIt Profiles 1.4. */
    public JsonObject toJson() {
        return StandardWriter.write(this);
    }
}
